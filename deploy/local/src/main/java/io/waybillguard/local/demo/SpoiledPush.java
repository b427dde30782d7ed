package io.waybillguard.local.demo;

import java.util.List;

/**
 * A push that is not as it should be.
 *
 * @param accepted whether the receiver takes it all the same, because its signature is right; it is
 *     then found among the dead letters
 */
record SpoiledPush(String what, Push push, boolean accepted) {

    private static final String WITHOUT_NUMBER =
            """
            {"status":"polling","message":"","lastResult":{"message":"ok","state":"0","com":"zhongtong",\
            "data":[{"time":"2026-03-01 08:00:00","context":"【杭州湖滨网点】已揽收快件"}]}}\
            """;

    private static final String WITHOUT_RESULT = "{\"status\":\"polling\",\"message\":\"\"}";

    /** One of each kind, number {@code n} of its kind. */
    static List<SpoiledPush> oneOfEach(String account, String salt, int n) {
        String cutOff =
                "{\"status\":\"polling\",\"lastResult\":{\"nu\":\"ZT%06d\",\"com\":".formatted(n);
        return List.of(
                refused("wrong signature", account, Kuaidi100.form(WITHOUT_NUMBER, salt + n)),
                refused("no signature", account, Kuaidi100.form(WITHOUT_NUMBER, null)),
                taken("cut off", account, Kuaidi100.form(cutOff, salt)),
                taken("no waybill number", account, Kuaidi100.form(WITHOUT_NUMBER, salt)),
                taken("nothing in it", account, Kuaidi100.form(WITHOUT_RESULT, salt)));
    }

    private static SpoiledPush refused(String what, String account, String body) {
        return new SpoiledPush(what, new Push(account, body, 0, Legibility.BROKEN), false);
    }

    private static SpoiledPush taken(String what, String account, String body) {
        return new SpoiledPush(what, new Push(account, body, 0, Legibility.BROKEN), true);
    }
}
