package io.waybillguard.orders.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.types.ShopId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop's whole policy. Warnings that were read with it are passed over.
 *
 * @param shopId the shop of the address, if any: what was read can be sent back
 * @param version must be over the present one; the next where none is given
 */
@JsonIgnoreProperties("warnings")
record PolicyBody(
        @Nullable String shopId,
        @Nullable @Positive Integer version,
        @NotNull RefundSwitches refunds,
        @NotNull InterceptionTerms interception,
        @Nullable @Size(max = 100) List<@NotNull ShopRule> rules,
        @Nullable NoticeTerms notices) {

    ShopPolicy of(ShopId shop) {
        return new ShopPolicy(
                shop,
                version == null ? 1 : version,
                refunds,
                interception,
                rules == null ? List.of() : rules,
                notices == null ? NoticeTerms.DEFAULT : notices);
    }
}
