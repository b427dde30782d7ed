package io.waybillguard.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCommandsTest {
    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final ShopId SHOP = new ShopId("shop-1");
    private static final ShopPolicy NOTHING = ShopPolicy.none(SHOP);

    @Test
    void aPolicyWithoutAVersionGetsTheNext() {
        assertThat(set(policy(1, true), null, NOTHING)).isEqualTo(published(policy(1, true)));
        assertThat(set(policy(1, true), null, policy(4, false)))
                .isEqualTo(published(policy(5, true)));
    }

    @Test
    void theSamePolicyAgainChangesNothing() {
        assertThat(set(policy(1, true), null, policy(4, true))).isEqualTo(new Repeated<>());
        assertThat(set(policy(4, true), 4, policy(4, true))).isEqualTo(new Repeated<>());
    }

    @Test
    void versionsRise() {
        assertThat(set(policy(9, true), 9, policy(4, false))).isEqualTo(published(policy(9, true)));
        refused(set(policy(4, true), 4, policy(4, false)), RefusalCode.POLICY_VERSION_TAKEN);
        refused(set(policy(3, true), 3, policy(4, true)), RefusalCode.POLICY_VERSION_OLD);
    }

    @Test
    void afterTheHighestVersionThereIsNone() {
        ShopPolicy last = policy(Integer.MAX_VALUE, false);
        refused(set(policy(1, true), null, last), RefusalCode.POLICY_VERSIONS_USED_UP);
        refused(
                set(policy(Integer.MAX_VALUE, true), Integer.MAX_VALUE, last),
                RefusalCode.POLICY_VERSION_TAKEN);
        assertThat(set(policy(1, false), null, last)).isEqualTo(new Repeated<>());
    }

    @ParameterizedTest
    @CsvSource({", 0, false", ", 1, true", "5, 5, false", "6, 5, false", "5, 6, true", "5, , true"})
    void aRuleWhoseLimitsLeaveNoAmountIsRefused(Long from, Long under, boolean taken) {
        ShopRule rule =
                new ShopRule(
                        "limits",
                        null,
                        Set.of(),
                        null,
                        from == null ? null : Money.fen(from),
                        under == null ? null : Money.fen(under),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Decision.MANUAL,
                        "");
        ShopPolicy asked =
                new ShopPolicy(
                        SHOP,
                        1,
                        RefundSwitches.NONE,
                        InterceptionTerms.NONE,
                        List.of(rule),
                        NoticeTerms.DEFAULT);
        if (taken) {
            assertThat(set(asked, null, NOTHING)).isEqualTo(published(asked));
        } else {
            refused(set(asked, null, NOTHING), RefusalCode.RULE_HOLDS_NEVER);
        }
    }

    private static Verdict<PolicyEvent> set(ShopPolicy asked, Integer version, ShopPolicy present) {
        return PolicyCommands.set(asked, version, present, NOON);
    }

    private static Publish<PolicyEvent> published(ShopPolicy policy) {
        return new Publish<>(new ShopPolicySet(policy, NOON));
    }

    private static ShopPolicy policy(int version, boolean fastRefund) {
        return new ShopPolicy(
                SHOP,
                version,
                new RefundSwitches(fastRefund, null, false, null, false, false, null),
                InterceptionTerms.NONE,
                List.of(),
                NoticeTerms.DEFAULT);
    }

    private static void refused(Verdict<PolicyEvent> verdict, RefusalCode code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
