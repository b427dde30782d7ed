package io.waybillguard.aftersales.dispatch.payout;

/** The payment side knows the refund. */
record Found(Refund refund) implements PostAnswer, LookupAnswer {}
