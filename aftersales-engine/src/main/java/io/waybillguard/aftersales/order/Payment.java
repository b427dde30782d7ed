package io.waybillguard.aftersales.order;

import io.waybillguard.events.types.Money;
import java.time.Instant;

/** What the buyer paid for the order, in all. */
public record Payment(Money amount, Instant at) {}
