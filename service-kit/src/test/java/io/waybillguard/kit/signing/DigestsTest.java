package io.waybillguard.kit.signing;

import static io.waybillguard.kit.signing.Digests.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DigestsTest {

    /** RFC 1321, A.5. */
    @Test
    void md5IsThatOfItsStandard() {
        assertThat(Digests.hex(Digests.md5(utf8("message digest"))))
                .isEqualTo("f96b697d7cb7938d525a2f31aaf161d0");
        assertThat(Digests.upperHex(Digests.md5(utf8(""))))
                .isEqualTo("D41D8CD98F00B204E9800998ECF8427E");
    }

    /** FIPS 180-4, the example of one block. */
    @Test
    void sha256IsThatOfItsStandard() {
        assertThat(Digests.hex(Digests.sha256(utf8("abc"))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** RFC 4231, test case 2. */
    @Test
    void anHmacIsThatOfItsStandard() {
        byte[] hmac = Digests.hmacSha256(utf8("Jefe"), utf8("what do ya want for nothing?"));

        assertThat(Digests.hex(hmac))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(Digests.base64(hmac)).isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    }

    @Test
    void anHmacNeedsASecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Digests.hmacSha256(new byte[0], utf8("text")));
    }

    @Test
    void onlyTheSameTextIsTheSame() {
        assertThat(Digests.same("拦截", "拦截")).isTrue();
        assertThat(Digests.same("a", "A")).isFalse();
        assertThat(Digests.same("a", "")).isFalse();
        assertThat(Digests.same("", null)).isFalse();
    }
}
