package io.waybillguard.tracker.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningTest {

    private final Account account =
            new Account("kuaidi100", "main", List.of("old", "new", "next"), false);

    @Test
    void anyOfTheSecretsMayHaveSigned() {
        for (String secret : account.secrets()) {
            assertThat(Signing.isMadeByOne(account, "signed by " + secret, "signed by "::concat))
                    .isTrue();
        }
        assertThat(Signing.isMadeByOne(account, "signed by none", "signed by "::concat)).isFalse();
        assertThat(Signing.isMadeByOne(account, "", "signed by "::concat)).isFalse();
    }

    /** Nothing can be learned from how long it takes: all secrets are tried whichever fits. */
    @Test
    void everySecretIsTriedWhicheverFits() {
        for (String given : List.of("old", "next", "none")) {
            List<String> tried = new ArrayList<>();
            Signing.isMadeByOne(
                    account,
                    given,
                    secret -> {
                        tried.add(secret);
                        return secret;
                    });
            assertThat(tried).containsExactlyElementsOf(account.secrets());
        }
    }

    @Test
    void anAccountThatNobodyCalledUnsignedHasASecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account("kuaidi100", "main", List.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account("kuaidi100", "main", List.of("s"), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account("kuaidi100", "main", List.of("s", ""), false))
                .withMessageNotContaining("[s");
    }
}
