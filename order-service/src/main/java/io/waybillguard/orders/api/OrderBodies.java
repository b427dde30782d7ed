package io.waybillguard.orders.api;

import static io.waybillguard.orders.api.Patterns.COURIER;
import static io.waybillguard.orders.api.Patterns.ID;
import static io.waybillguard.orders.api.Patterns.MOST_FEN;
import static io.waybillguard.orders.api.Patterns.WAYBILL;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bodies of commands on orders. Money is in fen. */
final class OrderBodies {

    private OrderBodies() {}

    /**
     * A new order.
     *
     * @param orderId made up where none is given; then a repeat is another order
     */
    record PlaceOrder(
            @Nullable @Pattern(regexp = ID) String orderId,
            @NotNull @Pattern(regexp = ID) String shopId,
            @NotNull @Pattern(regexp = ID) String buyerId,
            @NotBlank @Size(max = 64) String platform,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long amountFen,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull Line> lines,
            @NotNull @Valid Destination destination,
            boolean crossBorder) {

        OrderPlaced event(String id, Instant now) {
            return new OrderPlaced(
                    new OrderId(id),
                    new ShopId(shopId),
                    new BuyerId(buyerId),
                    platform,
                    Money.fen(amountFen),
                    lines.stream().map(Line::value).toList(),
                    new Region(destination.province(), destination.cityOrNone()),
                    crossBorder,
                    now);
        }
    }

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Size(max = 256) String title,
            @Nullable @Size(max = 128) String category,
            @NotNull @Min(1) @Max(1_000_000) Integer quantity,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long unitPriceFen,
            @Nullable Set<GoodsTrait> traits) {

        OrderLine value() {
            return new OrderLine(
                    sku,
                    title,
                    category == null ? "" : category,
                    quantity,
                    Money.fen(unitPriceFen),
                    traits == null ? Set.of() : traits);
        }
    }

    /** No finer than a city. */
    record Destination(
            @NotBlank @Size(max = 32) String province, @Nullable @Size(max = 32) String city) {

        String cityOrNone() {
            return city == null ? "" : city;
        }
    }

    record Pay(@NotNull @PositiveOrZero @Max(MOST_FEN) Long paidFen) {}

    /**
     * A parcel on its way.
     *
     * @param service the courier's product; empty for its normal one
     * @param platformWaybill the waybill is the platform's own e-waybill (电子面单)
     * @param shippedAt now where none is given
     */
    record Ship(
            @NotNull @Pattern(regexp = COURIER) String courier,
            @NotNull @Pattern(regexp = WAYBILL) String waybill,
            @Nullable @Size(max = 64) String service,
            boolean platformWaybill,
            @Nullable Instant shippedAt) {

        ParcelId parcel() {
            return ParcelId.of(courier, waybill);
        }
    }

    record Close(@NotNull CloseReason reason) {}
}
