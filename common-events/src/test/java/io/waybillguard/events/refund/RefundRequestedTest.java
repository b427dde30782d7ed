package io.waybillguard.events.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundRequestedTest {

    private static RefundRequested asked(long fen, List<String> evidence) {
        return new RefundRequested(
                new OrderId("o-1"),
                new RefundId("r-1"),
                RefundKind.REFUND_ONLY,
                Money.fen(fen),
                RefundReason.OTHER,
                evidence,
                Instant.EPOCH);
    }

    @Test
    void nobodyAsksForNothing() {
        assertThat(asked(1, List.of()).amount()).isEqualTo(Money.fen(1));
        assertThatIllegalArgumentException().isThrownBy(() -> asked(0, List.of()));
    }

    @Test
    void evidenceIsAtMostTwentyShortAddresses() {
        assertThat(asked(1, Collections.nCopies(20, "x".repeat(512))).evidence()).hasSize(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked(1, Collections.nCopies(21, "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> asked(1, List.of("x".repeat(513))));
    }
}
