package io.waybillguard.aftersales.dispatch.payout;

import static io.waybillguard.aftersales.dispatch.payout.Payouts.NOON;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import org.junit.jupiter.api.Test;

class ToldOutcomesTest {

    private final ToldOutcomes told = new ToldOutcomes(2);

    private static PayoutPaid paid(String refund) {
        PayoutRequested command = aPayout(refund, "o-1");
        return new PayoutPaid(
                command.refundId(), command.orderId(), command.amount(), "pay-1", NOON);
    }

    @Test
    void anOutcomeToldAgainIsNotNewAndAnotherOneIs() {
        assertThat(told.isNew(Payouts.parked(aPayout("r-1", "o-1")))).isTrue();
        assertThat(told.isNew(Payouts.parked(aPayout("r-1", "o-1")))).isFalse();
        assertThat(told.isNew(paid("r-1"))).isTrue();
        assertThat(told.isNew(paid("r-1"))).isFalse();
    }

    @Test
    void theOldestIsForgotten() {
        assertThat(told.isNew(paid("r-1"))).isTrue();
        assertThat(told.isNew(paid("r-2"))).isTrue();
        assertThat(told.isNew(paid("r-3"))).isTrue();

        assertThat(told.isNew(paid("r-2"))).isFalse();
        assertThat(told.isNew(paid("r-1"))).isTrue();
    }
}
