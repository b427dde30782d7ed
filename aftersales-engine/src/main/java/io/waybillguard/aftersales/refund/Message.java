package io.waybillguard.aftersales.refund;

import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.refund.AftersalesEvent;

/** What goes out, by its topic. */
public sealed interface Message {

    /** To aftersales.events.v1. */
    record Published(AftersalesEvent event) implements Message {}

    /** To courier.interceptions.v1. */
    record ToCourier(InterceptionCommand command) implements Message {}

    /** To engine.allowance-questions. */
    record ToTreasurer(AllowanceQuestion question) implements Message {}

    /** To refund.payouts.v1. */
    record ToPayment(PayoutCommand command) implements Message {}
}
