package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.ReasonCode;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Already;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer code of a provider means for a request. */
enum Meaning {
    /** It will try. */
    ACCEPTED,
    /** It has such a request. */
    ALREADY,
    /** It will not. */
    REFUSED,
    /** It may or may not have heard. */
    UNKNOWN;

    /**
     * What the provider answers by {@code code}.
     *
     * @param prefix of the reason, where it refuses
     */
    CourierAnswer.ToRequest of(String prefix, String code) {
        return switch (this) {
            case ACCEPTED -> new Known(new Standing.Accepted(), null);
            case ALREADY -> new Already();
            case REFUSED -> new Known(new Standing.Failed(reason(prefix, code)), null);
            case UNKNOWN -> new NothingKnown("code-" + printable(code));
        };
    }

    /** The code as a reason that may stand in events. */
    static String reason(String prefix, String code) {
        String reason = prefix + "_" + code;
        return ReasonCode.of(reason).equals(reason) ? reason : prefix + "_" + ReasonCode.OTHER;
    }

    private static String printable(String code) {
        return ReasonCode.of(code).equals(code) ? code : ReasonCode.OTHER;
    }

    /** The provider's own table, with what an installation knows better. */
    static Map<String, Meaning> table(Map<String, Meaning> own, Map<String, Meaning> better) {
        Map<String, Meaning> all = new HashMap<>(own);
        all.putAll(better);
        return Map.copyOf(all);
    }

    /** Of {@code code} in {@code table}; an unknown refusal is a refusal. */
    static Meaning in(Map<String, Meaning> table, @Nullable String code, Meaning otherwise) {
        return code == null ? UNKNOWN : table.getOrDefault(code, otherwise);
    }
}
