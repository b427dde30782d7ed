package io.waybillguard.aftersales.dispatch.interception;

import static io.waybillguard.kit.signing.Digests.hmacSha256;
import static io.waybillguard.kit.signing.Digests.md5;
import static io.waybillguard.kit.signing.Digests.utf8;

import io.waybillguard.kit.signing.Digests;

/** Signatures as the couriers make them: of texts in UTF-8. */
final class Digest {

    private Digest() {}

    /** MD5 of the text, in upper-case hexadecimal. */
    static String upperHex(String text) {
        return Digests.upperHex(md5(utf8(text)));
    }

    /** MD5 of the text, in base64. */
    static String base64(String text) {
        return Digests.base64(md5(utf8(text)));
    }

    /** HMAC-SHA256 of the text, in hexadecimal: a salt that only who has {@code secret} knows. */
    static String salt(String secret, String text) {
        return Digests.hex(hmacSha256(utf8(secret), utf8(text)));
    }
}
