package io.waybillguard.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

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
