package io.waybillguard.local.demo;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;

/**
 * A refund that a buyer asks for, and what the engine is expected to answer.
 *
 * @param row the row of the rule table that is expected to hold
 */
record Ask(RefundKind kind, Money amount, RefundReason reason, Decision decision, String row) {}
