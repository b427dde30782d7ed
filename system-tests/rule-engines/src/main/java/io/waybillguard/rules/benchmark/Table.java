package io.waybillguard.rules.benchmark;

/** Whoever answers a question with the name of a row. */
@FunctionalInterface
interface Table {
    String rowOf(Facts facts);
}
