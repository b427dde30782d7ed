package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.HttpSettings;
import io.waybillguard.aftersales.dispatch.ListenerSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How couriers are asked to stop parcels over HTTP.
 *
 * @param url where the gateway is of couriers that no other is for; {@code /couriers} follows. No
 *     default; only where one of {@code gateways} is for all may it be left out
 * @param gateways of some shops and couriers, in the words of whom they belong to
 * @param callbackUrl the public base of this service; {@code /callbacks} follows. No default
 * @param secrets with which callbacks may be signed; more than one while they are being changed
 * @param secret one more of them
 * @param requests how often one delivery of a command may send the request, with a question in
 *     between; default 2
 * @param idempotencyWindow for how long couriers keep a request's id; default 24 h
 * @param safetyMargin what is taken off the window; default 30 min
 * @param waitingAfter how long a command waits for a courier that cannot be reached before its case
 *     is told; default 1 min
 * @param callbackLimit the longest callback that is read; default 64 KiB
 * @param listener how commands are read
 */
@Validated
@ConfigurationProperties("waybill.engine.interception")
record InterceptionSettings(
        @Nullable URI url,
        @NotNull @DefaultValue List<@Valid GatewaySettings> gateways,
        @NotNull URI callbackUrl,
        @DefaultValue List<@NotBlank String> secrets,
        @Nullable String secret,
        @Positive @DefaultValue("2") int requests,
        @NotNull @DefaultValue("24h") Duration idempotencyWindow,
        @NotNull @DefaultValue("30m") Duration safetyMargin,
        @NotNull @DefaultValue("1m") Duration waitingAfter,
        @NotNull @DefaultValue("64KB") DataSize callbackLimit,
        @NotNull @Valid ListenerSettings listener) {

    /** Every secret, whichever property it was given by. */
    List<String> allSecrets() {
        Stream<String> ofGateways =
                accounts(GatewaySettings.Kind.HTTP).stream().map(GatewaySettings::secret);
        return Stream.of(secrets.stream(), Stream.ofNullable(secret), ofGateways)
                .flatMap(given -> given)
                .filter(each -> !each.isBlank())
                .toList();
    }

    /** The gateways of one kind. */
    List<GatewaySettings> accounts(GatewaySettings.Kind kind) {
        return gateways.stream().filter(gateway -> gateway.kind() == kind).toList();
    }

    @AssertTrue(message = "interception.secrets or interception.secret must be given")
    boolean isSecretGiven() {
        return url == null || !allSecrets().isEmpty();
    }

    @AssertTrue(message = "url must be given, or a gateway for every shop and courier")
    boolean isEverybodyServed() {
        return url != null || gateways.stream().anyMatch(GatewaySettings::isForAll);
    }

    @AssertTrue(message = "two gateways are for the same shop and courier")
    boolean isChoiceClear() {
        return gateways.stream()
                        .map(gateway -> List.of(gateway.shop(), gateway.courier()))
                        .distinct()
                        .count()
                == gateways.size();
    }

    @AssertTrue(message = "the safety margin must be shorter than the idempotency window")
    boolean isWindowOpen() {
        return !safetyMargin.isNegative() && requestWithin().isPositive();
    }

    @AssertTrue(message = "waiting-after must not be negative")
    boolean isWaitKnown() {
        return !waitingAfter.isNegative();
    }

    @AssertTrue(message = "url and callback-url must be of http or https")
    boolean isUrlAbsolute() {
        return HttpSettings.isAddress(url) && HttpSettings.isAddress(callbackUrl);
    }

    @AssertTrue(message = "the callback limit must be positive, and not more than 16 MiB")
    boolean isCallbackReadable() {
        return callbackLimit.toBytes() > 0 && callbackLimit.toMegabytes() <= 16;
    }

    /** For how long after it was first asked for an interception may be asked for again. */
    Duration requestWithin() {
        return idempotencyWindow.minus(safetyMargin);
    }

    /** Tells everything but the secrets. */
    @Override
    public String toString() {
        return "InterceptionSettings[url=%s, gateways=%s, callbackUrl=%s, listener=%s]"
                .formatted(url, gateways, callbackUrl, listener);
    }
}
