package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agreement holds from an instant on, the edition's as well as the signature's. */
class AgreementDatesTest {

    @ParameterizedTest
    @CsvSource({"-1, otherwise", "0, intercept", "1, intercept"})
    void theEditionHoldsFromItsInstantOn(long millis, String row) {
        assertThat(row(NOON.plusMillis(millis), NOON, null)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({"-1, otherwise", "0, intercept", "1, intercept"})
    void aSignatureOfTheFutureDoesNotHoldYet(long millis, String row) {
        assertThat(row(NOON.plusMillis(millis), Instant.EPOCH, NOON)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({"-1, otherwise", "0, intercept"})
    void theLaterOfTheTwoCounts(long millis, String row) {
        Instant earlier = NOON.minusSeconds(60);
        assertThat(row(NOON.plusMillis(millis), NOON, earlier)).isEqualTo(row);
        assertThat(row(NOON.plusMillis(millis), earlier, NOON)).isEqualTo(row);
    }

    private static String row(Instant at, Instant edition, Instant signature) {
        Agreements agreements =
                new Agreements(Agreements.DEFAULT.editions(), Set.of(), Map.of("2024-02", edition));
        APolicy policy = aPolicy().intercepts("2024-02", "ZTO");
        RefundQuestion question =
                new RefundQuestion(
                        new RefundRequest(
                                new RefundId("r-1"),
                                RefundKind.REFUND_ONLY,
                                Money.yuan(100),
                                RefundReason.NO_MOVEMENT,
                                List.of(),
                                NOON.minusSeconds(3600)),
                        anOrder().shippedAndNow(Stage.COLLECTED).facts(),
                        Money.ZERO,
                        List.of(),
                        Set.of(),
                        Set.of(),
                        (signature == null ? policy : policy.agreedFrom(signature)).build(),
                        at);
        return new RefundTable(Limits.DEFAULT, agreements).decide(question).row();
    }
}
