package io.waybillguard.tracker.provider;

import io.waybillguard.kit.signing.Digests;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;

/** How providers' signatures are compared, and what is signed put together. */
public final class Signing {

    private Signing() {}

    /**
     * Whether {@code given} is what one of the account's secrets makes; takes the same time
     * whichever did.
     *
     * @param expected the signature that a secret makes, in the form in which it is given
     */
    public static boolean isMadeByOne(
            Account account, String given, UnaryOperator<String> expected) {
        byte[] there = Digests.utf8(given);
        boolean found = false;
        for (String secret : account.secrets()) {
            found |= MessageDigest.isEqual(Digests.utf8(expected.apply(secret)), there);
        }
        return found;
    }

    /** All bytes, one part after the other. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
