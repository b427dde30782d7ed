package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.kit.signing.Digests;
import java.util.Locale;

/** Kuaidi100's signature: the upper-case hex MD5 of the param's exact text and the salt. */
public final class Signature {

    private Signature() {}

    /** The signature of {@code param}. */
    public static String of(String param, String salt) {
        return Digests.hex(Digests.md5(Digests.utf8(param + salt))).toUpperCase(Locale.ROOT);
    }
}
