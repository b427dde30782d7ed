package io.waybillguard.orders.access;

import io.waybillguard.kit.access.BearerTokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call the API. Without any token every call is turned away.
 *
 * @param access bearer tokens and whose they are
 */
@Validated
@ConfigurationProperties("waybill.orders")
record AccessSettings(@DefaultValue List<@Valid Grant> access) {

    BearerTokens<Caller> tokens() {
        return BearerTokens.of(
                "waybill.orders.access", access, Grant::token, grant -> Caller.of(grant.shop()));
    }

    /**
     * One token.
     *
     * @param token as it comes after {@code Bearer }; never logged
     * @param shop the shop it speaks for; {@code *} for the platform, which sees every shop
     */
    record Grant(@NotBlank String token, @NotBlank String shop) {
        @Override
        public String toString() {
            return "Grant[shop=" + shop + "]";
        }
    }
}
