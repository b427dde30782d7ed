package io.waybillguard.local.demo;

/** Whether a push can be understood. */
enum Legibility {
    GOOD,
    /** It cannot: a receiver that takes it makes it a dead letter. */
    BROKEN,
    /** Nobody knows beforehand. */
    DOUBTFUL
}
