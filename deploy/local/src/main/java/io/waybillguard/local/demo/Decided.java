package io.waybillguard.local.demo;

import io.waybillguard.events.refund.Decision;

/** What was answered to a refund request, and by which row. */
record Decided(Decision decision, String row) {}
