package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.HttpSettings;
import io.waybillguard.events.interception.InterceptionCommand;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the parcels of some shops and couriers are stopped, in whose words and on whose account.
 *
 * @param shop a shop's id; {@code *} (the default) for every shop
 * @param courier our code of a courier; {@code *} (the default) for every courier
 * @param kind in whose words
 * @param url where; a whole address for all but {@code HTTP}, whose paths follow it
 * @param key the account: Kuaidi100 {@code key}, ZTO {@code appKey}, SF {@code partnerID}
 * @param secret with which requests and callbacks are signed
 * @param account what else the provider wants to be told; see {@link Kind}
 * @param codes answer codes that mean something else than we know, by code
 */
record GatewaySettings(
        @NotBlank @DefaultValue(ANY) String shop,
        @NotBlank @DefaultValue(ANY) String courier,
        @NotNull Kind kind,
        @NotNull URI url,
        @NotNull @DefaultValue("") String key,
        @NotNull @DefaultValue("") String secret,
        @NotNull @DefaultValue Map<String, String> account,
        @NotNull @DefaultValue Map<String, Meaning> codes) {

    /** Every shop, or every courier. */
    static final String ANY = "*";

    /** Whose words. */
    enum Kind {
        /** Ours: any adapter that speaks {@code docs/outside-systems.md}. */
        HTTP,
        /** Kuaidi100 (快递100), for many couriers. */
        KUAIDI100,
        ZTO,
        SF;

        /** As it stands in addresses. */
        String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What else it wants to be told of an account. */
        Set<String> accountFields() {
            return switch (this) {
                case HTTP -> Set.of();
                case KUAIDI100 ->
                        Set.of("partner-id", "partner-key", "partner-secret", "net", "code");
                case ZTO -> Set.of("customer-id");
                case SF -> Set.of("monthly-card", "pay-mode");
            };
        }
    }

    /** Where all parcels are stopped, in our own words. */
    static GatewaySettings forAll(URI url) {
        return new GatewaySettings(ANY, ANY, Kind.HTTP, url, "", "", Map.of(), Map.of());
    }

    /** A field of the account; empty where none was given. */
    String ofAccount(String name) {
        return account.getOrDefault(name, "");
    }

    /** How well it fits {@code command}: 0 where it does not, more where it is meant more. */
    int fits(InterceptionCommand command) {
        boolean thisShop = shop.equals(command.shopId().value());
        boolean thisCourier = courier.equals(command.parcel().courier().value());
        boolean fits = (thisShop || shop.equals(ANY)) && (thisCourier || courier.equals(ANY));
        return fits ? 1 + (thisShop ? 2 : 0) + (thisCourier ? 1 : 0) : 0;
    }

    /** For every shop and courier. */
    boolean isForAll() {
        return shop.equals(ANY) && courier.equals(ANY);
    }

    @AssertTrue(message = "a gateway's url must be of http or https")
    boolean isUrlAbsolute() {
        return HttpSettings.isAddress(url);
    }

    @AssertTrue(message = "a gateway of a provider must have a key and a secret")
    boolean isAccountGiven() {
        return kind == Kind.HTTP || (!key.isBlank() && !secret.isBlank());
    }

    @AssertTrue(message = "a gateway's account has a field its kind does not know")
    boolean isAccountKnown() {
        return kind == null || kind.accountFields().containsAll(account.keySet());
    }

    @AssertTrue(message = "this gateway cannot stop the parcels of this courier")
    boolean isCourierServed() {
        return switch (kind) {
            case null -> true;
            case HTTP -> true;
            case KUAIDI100 -> courier.equals(ANY) || Kuaidi100Couriers.CODES.containsKey(courier);
            case ZTO -> courier.equals("ZTO");
            case SF -> courier.equals("SF");
        };
    }

    /** Tells neither the account nor its secrets. */
    @Override
    public String toString() {
        return "GatewaySettings[shop=%s, courier=%s, kind=%s, url=%s]"
                .formatted(shop, courier, kind, url);
    }
}
