package io.waybillguard.local.demo;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;

/** A refund request that the order service took, and what it is expected to become. */
record Asked(RefundId refund, OrderId order, String scenario, Money amount, Decided expected) {}
