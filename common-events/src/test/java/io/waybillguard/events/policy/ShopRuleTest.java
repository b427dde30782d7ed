package io.waybillguard.events.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.ShopId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShopRuleTest {

    private static ShopRule named(String name) {
        return new ShopRule(
                name,
                null,
                Set.of(),
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Decision.MANUAL,
                "");
    }

    private static ShopPolicy policy(List<ShopRule> rules) {
        return new ShopPolicy(
                new ShopId("shop-1"),
                1,
                RefundSwitches.NONE,
                InterceptionTerms.NONE,
                rules,
                NoticeTerms.DEFAULT);
    }

    @Test
    void aNameIsAtMostSixtyFourCharacters() {
        assertThat(named("x".repeat(64)).name()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> named("x".repeat(65)));
    }

    @Test
    void aShopHasAtMostAHundredRules() {
        assertThat(policy(Collections.nCopies(100, named("own"))).rules()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Collections.nCopies(101, named("own"))));
    }
}
