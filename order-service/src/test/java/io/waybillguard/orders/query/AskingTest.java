package io.waybillguard.orders.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundGrounds;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingTest {

    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final OrderId ORDER = new OrderId("o-1");
    private static final RefundId REFUND = new RefundId("r-1");
    private static final RefundRequested FIRST =
            new RefundRequested(
                    ORDER,
                    REFUND,
                    RefundKind.REFUND_ONLY,
                    Money.fen(500),
                    RefundReason.LATE,
                    List.of(),
                    NOON);

    @Test
    void beforeAnyAnswerTheFirstRequestIsWhatTheCaseIsAbout() {
        assertThat(standings(List.of(changed(300, RefundReason.DAMAGED, 1)), null, null))
                .containsExactly("LATE CURRENT", "DAMAGED UNANSWERED");
    }

    @Test
    void theLatestRequestThatSaysWhatWasAnsweredIsTheCurrentOne() {
        List<AftersalesRequest> acts =
                List.of(
                        changed(300, RefundReason.DAMAGED, 1),
                        new RefundWithdrawn(ORDER, REFUND, NOON.plusSeconds(2)),
                        changed(500, RefundReason.LATE, 3),
                        changed(200, RefundReason.QUALITY, 4));

        assertThat(standings(acts, 500L, RefundReason.LATE))
                .containsExactly(
                        "LATE EARLIER", "DAMAGED EARLIER", "LATE CURRENT", "QUALITY UNANSWERED");
    }

    @Test
    void aChangeOfTheReasonAloneIsNotTakenForAnswered() {
        List<AftersalesRequest> acts = List.of(changed(500, RefundReason.DAMAGED, 1));

        assertThat(standings(acts, 500L, RefundReason.LATE))
                .containsExactly("LATE CURRENT", "DAMAGED UNANSWERED");
        assertThat(standings(acts, 500L, RefundReason.DAMAGED))
                .containsExactly("LATE EARLIER", "DAMAGED CURRENT");
    }

    @Test
    void olderAnswersAreKnownByKindAndAmount() {
        List<AftersalesRequest> acts = List.of(changed(300, RefundReason.DAMAGED, 1));

        assertThat(standings(acts, 500L, null))
                .containsExactly("LATE CURRENT", "DAMAGED UNANSWERED");
        assertThat(standings(acts, 300L, null)).containsExactly("LATE EARLIER", "DAMAGED CURRENT");
    }

    @Test
    void whatWasAnsweredMayNotHaveArrivedYet() {
        assertThat(standings(List.of(), 900L, RefundReason.OTHER))
                .containsExactly("LATE UNANSWERED");
    }

    private static List<String> standings(
            List<AftersalesRequest> acts, Long answeredFen, RefundReason answered) {
        RefundGrounds grounds =
                answered == null ? null : new RefundGrounds(answered, List.of(), List.of());
        return Asking.of(FIRST, acts, summary(answeredFen), grounds).stream()
                .map(one -> one.reason() + " " + one.standing())
                .toList();
    }

    private static RefundChanged changed(long fen, RefundReason reason, int second) {
        return new RefundChanged(
                ORDER,
                REFUND,
                RefundKind.REFUND_ONLY,
                Money.fen(fen),
                reason,
                List.of(),
                List.of(),
                NOON.plusSeconds(second));
    }

    private static CaseSummary summary(Long answeredFen) {
        return new CaseSummary(
                REFUND.value(),
                ORDER.value(),
                "shop-1",
                "b-1",
                RefundKind.REFUND_ONLY,
                answeredFen == null ? 500L : answeredFen,
                RefundReason.LATE,
                NOON,
                "MANUAL",
                null,
                null,
                answeredFen == null ? null : Decision.MANUAL,
                null,
                null,
                null,
                null,
                null);
    }
}
