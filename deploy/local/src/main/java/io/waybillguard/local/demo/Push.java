package io.waybillguard.local.demo;

/**
 * One push of a courier.
 *
 * @param body the form, exactly as it is sent
 * @param lines how many lines of history it carries
 */
record Push(String account, String body, int lines, Legibility legibility) {

    /** One that can be understood. */
    static Push of(String account, String body, int lines) {
        return new Push(account, body, lines, Legibility.GOOD);
    }
}
