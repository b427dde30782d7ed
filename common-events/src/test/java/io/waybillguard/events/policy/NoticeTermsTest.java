package io.waybillguard.events.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.json.Read.Reason;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTermsTest {

    @ParameterizedTest
    @CsvSource({"2000, true", "2001, false"})
    void aTemplateHasALongestLength(int length, boolean allowed) {
        Map<String, String> templates = Map.of("REFUND_PAID", "x".repeat(length));

        if (allowed) {
            assertThat(new NoticeTerms(Language.EN, templates).templates()).isEqualTo(templates);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NoticeTerms(Language.EN, templates))
                    .withMessage("the template of REFUND_PAID is longer than 2000 characters");
        }
    }

    @Test
    void aTemplateOfNoSceneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoticeTerms(Language.ZH, Map.of("REFUND_PAYED", "paid")))
                .withMessage("templates holds a name that is no scene");
    }

    @Test
    void aPolicyWithATemplateWithoutWordsIsInvalidAndSaysWhere() {
        byte[] policy =
                EventJson.write(
                        new ShopPolicySet(
                                ShopPolicy.none(new ShopId("shop-1")),
                                Instant.parse("2026-03-10T04:00:00Z")));
        String with =
                new String(policy, StandardCharsets.UTF_8)
                        .replace("\"templates\":{}", "\"templates\":{\"REFUND_PAID\":null}");

        assertThat(EventJson.read(Topics.SHOP_POLICIES, with.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Read.Unreadable.class,
                        unreadable -> {
                            assertThat(unreadable.reason()).isEqualTo(Reason.INVALID);
                            assertThat(unreadable.detail())
                                    .contains("the template of REFUND_PAID is missing");
                        });
    }
}
