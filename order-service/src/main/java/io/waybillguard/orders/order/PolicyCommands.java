package io.waybillguard.orders.order;

import static io.waybillguard.orders.order.RefusalCode.POLICY_VERSIONS_USED_UP;
import static io.waybillguard.orders.order.RefusalCode.POLICY_VERSION_OLD;
import static io.waybillguard.orders.order.RefusalCode.POLICY_VERSION_TAKEN;
import static io.waybillguard.orders.order.RefusalCode.RULE_HOLDS_NEVER;
import static io.waybillguard.orders.order.RefusalCode.RULE_NAME_TWICE;
import static io.waybillguard.orders.order.RefusalCode.RULE_NEVER_REACHED;
import static io.waybillguard.orders.order.RefusalCode.RULE_WITHOUT_NAME;

import io.waybillguard.events.policy.Finding;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.PolicyReview;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Instant;
import java.util.List;
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
        List<Finding> errors = PolicyReview.of(asked).stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            return new Refused<>(code(errors.getFirst()), errors.getFirst().message(), errors);
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

    private static RefusalCode code(Finding error) {
        return switch (error.problem()) {
            case NO_NAME -> RULE_WITHOUT_NAME;
            case NAME_TWICE -> RULE_NAME_TWICE;
            case HOLDS_NEVER, HOLDS_ALWAYS, OVERLAP, NOT_EXAMINED, WITHOUT_EFFECT ->
                    RULE_HOLDS_NEVER;
            case NEVER_REACHED -> RULE_NEVER_REACHED;
        };
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
