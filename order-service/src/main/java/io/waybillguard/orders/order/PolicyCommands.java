package io.waybillguard.orders.order;

import static io.waybillguard.orders.order.RefusalCode.POLICY_VERSIONS_USED_UP;
import static io.waybillguard.orders.order.RefusalCode.POLICY_VERSION_OLD;
import static io.waybillguard.orders.order.RefusalCode.POLICY_VERSION_TAKEN;
import static io.waybillguard.orders.order.RefusalCode.RULE_HOLDS_NEVER;

import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.types.Money;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Policies are set whole, under a rising version. */
public final class PolicyCommands {
    private PolicyCommands() {}

    /**
     * Sets a shop's policy.
     *
     * @param version null: the one after the present; then a policy equal to the present one is a
     *     repeat
     * @param present what holds; version 0 where nothing was ever set
     */
    public static Verdict<PolicyEvent> set(
            ShopPolicy asked, @Nullable Integer version, ShopPolicy present, Instant now) {
        for (ShopRule rule : asked.rules()) {
            if (holdsNever(rule)) {
                return new Refused<>(
                        RULE_HOLDS_NEVER, "a rule's amountFrom must be less than its amountUnder");
            }
        }
        if (present.version() > 0 && (version == null || version == present.version())) {
            if (withVersion(asked, present.version()).equals(present)) {
                return new Repeated<>();
            }
            if (version != null) {
                return new Refused<>(
                        POLICY_VERSION_TAKEN, "version " + version + " is another policy");
            }
        }
        if (version == null && present.version() == Integer.MAX_VALUE) {
            return new Refused<>(POLICY_VERSIONS_USED_UP, "no higher version is left");
        }
        int next = version == null ? present.version() + 1 : version;
        if (next <= present.version()) {
            return new Refused<>(
                    POLICY_VERSION_OLD, "version " + present.version() + " holds already");
        }
        return new Publish<>(new ShopPolicySet(withVersion(asked, next), now));
    }

    /** From a limit up, and under one that is not above it. */
    private static boolean holdsNever(ShopRule rule) {
        Money from = rule.amountFrom();
        Money under = rule.amountUnder();
        return under != null && !(from == null ? Money.ZERO : from).isUnder(under);
    }

    private static ShopPolicy withVersion(ShopPolicy policy, int version) {
        return new ShopPolicy(
                policy.shopId(),
                version,
                policy.refunds(),
                policy.interception(),
                policy.rules(),
                policy.notices());
    }
}
