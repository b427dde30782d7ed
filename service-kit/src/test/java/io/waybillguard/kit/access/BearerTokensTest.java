package io.waybillguard.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokensTest {

    private final BearerTokens<String> tokens =
            tokens(new Grant("t-1", "shop-1"), new Grant("t-2", "shop-2"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer t-2", "bearer t-2", "BEARER  t-2 "})
    void aKnownTokenSpeaksForItsOwner(String authorization) {
        assertThat(tokens.callerOf(authorization)).contains("shop-2");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer t-3", "Bearer t", "Basic t-1", "t-1"})
    void whatIsNoKnownTokenSpeaksForNobody(String authorization) {
        assertThat(tokens.callerOf(authorization)).isEmpty();
    }

    @Test
    void theSameTokenTwiceIsAnError() {
        assertThatThrownBy(() -> tokens(new Grant("t", "one"), new Grant("t", "other")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a.setting has the same token twice");
    }

    private record Grant(String token, String shop) {}

    private static BearerTokens<String> tokens(Grant... grants) {
        return BearerTokens.of("a.setting", List.of(grants), Grant::token, Grant::shop);
    }
}
