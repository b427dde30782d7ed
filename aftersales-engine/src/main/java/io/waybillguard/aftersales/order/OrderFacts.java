package io.waybillguard.aftersales.order;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order. Facts come on several topics: any order of arrival and any repeat of
 * them gives the same. Of two payments, which no order has, the one that was told first holds.
 *
 * @param party null while no event named shop and buyer
 * @param purchase null until the order was placed
 * @param payment null until it was paid
 * @param receivedAt when the buyer confirmed the receipt
 * @param closed why it ended unfinished
 * @param parcels in the order of their ids
 */
public record OrderFacts(
        OrderId id,
        @Nullable Party party,
        @Nullable Purchase purchase,
        @Nullable Payment payment,
        @Nullable Instant receivedAt,
        @Nullable CloseReason closed,
        List<ParcelFacts> parcels) {

    private static final Set<Stage> BACK = EnumSet.of(Stage.REFUSED, Stage.RETURNED);
    private static final Set<Stage> COMING_BACK =
            EnumSet.of(Stage.REFUSED, Stage.RETURNING, Stage.RETURNED);
    private static final Set<Stage> WITH_COURIER =
            EnumSet.complementOf(EnumSet.of(Stage.REGISTERED, Stage.CANCELLED));

    /** An order of which nothing is known yet. */
    public static OrderFacts unknown(OrderId id) {
        return new OrderFacts(id, null, null, null, null, null, List.of());
    }

    /** With one more fact; a known one changes nothing. */
    public OrderFacts with(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> placed(placed);
            case OrderEvent.OrderPaid paid -> payment == null ? paid(paid) : this;
            case OrderEvent.OrderShipped shipped ->
                    met(shipped.shopId(), shipped.buyerId())
                            .parcel(
                                    shipped.parcel(),
                                    ParcelRole.DELIVERY,
                                    parcel -> parcel.with(shipped));
            case OrderEvent.ShipmentCancelled cancelled ->
                    parcel(
                            cancelled.parcel(),
                            ParcelRole.DELIVERY,
                            parcel -> parcel.with(cancelled));
            case OrderEvent.OrderReceived received ->
                    new OrderFacts(
                            id,
                            party,
                            purchase,
                            payment,
                            receivedAt == null ? received.at() : receivedAt,
                            closed,
                            parcels);
            case OrderEvent.OrderClosed close ->
                    new OrderFacts(
                            id, party, purchase, payment, receivedAt, close.reason(), parcels);
        };
    }

    /** With a milestone; one that is not newer changes nothing. */
    public OrderFacts with(MilestoneEvent event) {
        return switch (event) {
            case MilestoneReached reached ->
                    met(reached.shopId(), reached.buyerId())
                            .parcel(
                                    reached.parcel().id(),
                                    reached.parcel().role(),
                                    parcel -> parcel.with(reached));
        };
    }

    /** With a stall event; one that is not newer changes nothing. */
    public OrderFacts with(StallEvent event) {
        return met(event.shopId(), event.buyerId())
                .parcel(event.stall().parcel(), event.stall().role(), parcel -> parcel.with(event));
    }

    private OrderFacts placed(OrderPlaced placed) {
        if (purchase != null && !placed.at().isAfter(purchase.at())) {
            return this;
        }
        Party told = new Party(placed.shopId(), placed.buyerId());
        return new OrderFacts(id, told, Purchase.of(placed), payment, receivedAt, closed, parcels);
    }

    private OrderFacts paid(OrderEvent.OrderPaid paid) {
        Payment told = new Payment(paid.paid(), paid.at());
        return new OrderFacts(id, party, purchase, told, receivedAt, closed, parcels);
    }

    private OrderFacts met(ShopId shop, BuyerId buyer) {
        return party != null
                ? this
                : new OrderFacts(
                        id, new Party(shop, buyer), purchase, payment, receivedAt, closed, parcels);
    }

    private OrderFacts parcel(ParcelId parcel, ParcelRole role, UnaryOperator<ParcelFacts> change) {
        List<ParcelFacts> changed = new ArrayList<>(parcels);
        changed.removeIf(known -> known.id().equals(parcel));
        ParcelFacts before = find(parcel);
        changed.add(change.apply(before == null ? ParcelFacts.unknown(parcel, role) : before));
        changed.sort(Comparator.comparing(ParcelFacts::id));
        return new OrderFacts(
                id, party, purchase, payment, receivedAt, closed, List.copyOf(changed));
    }

    /** The parcel's facts; null when the order never had it. */
    public @Nullable ParcelFacts find(ParcelId parcel) {
        return parcels.stream().filter(known -> known.id().equals(parcel)).findFirst().orElse(null);
    }

    /** Enough to decide on: what was ordered, and what was paid or why it never will be. */
    public boolean known() {
        return purchase != null && (payment != null || closed != null);
    }

    /** Shop and buyer, {@link Party#UNKNOWN} where nobody told. */
    public Party parties() {
        return party == null ? Party.UNKNOWN : party;
    }

    /** What was paid; nothing when no payment is known. */
    public Money paid() {
        return payment == null ? Money.ZERO : payment.amount();
    }

    /**
     * Where the parcels go; where the order is to go while no shipment tells; none where nobody
     * did, or that was not kept.
     */
    public Set<Region> destinations() {
        Set<Region> told = new TreeSet<>();
        for (ParcelFacts parcel : deliveries()) {
            if (parcel.shipment() != null && parcel.shipment().destination() != null) {
                told.add(parcel.shipment().destination());
            }
        }
        return told.isEmpty() && purchase != null && purchase.destination() != null
                ? Set.of(purchase.destination())
                : told;
    }

    /** The parcels from the shop to the buyer. */
    public List<ParcelFacts> deliveries() {
        for (ParcelFacts parcel : parcels) {
            if (!parcel.delivers()) {
                return parcels.stream().filter(ParcelFacts::delivers).toList();
            }
        }
        return parcels;
    }

    /** At least one parcel was shipped. */
    public boolean shipped() {
        for (ParcelFacts parcel : parcels) {
            if (parcel.delivers()) {
                return true;
            }
        }
        return false;
    }

    /** Couriers have, or had, every parcel, and there is one. */
    public boolean collected() {
        return every(WITH_COURIER);
    }

    /** At least one parcel is signed for, or the buyer confirmed the receipt. */
    public boolean signed() {
        return received() || any(Stage.SIGNED);
    }

    private boolean any(Stage stage) {
        for (ParcelFacts parcel : parcels) {
            if (parcel.stage() == stage && parcel.delivers()) {
                return true;
            }
        }
        return false;
    }

    /** The buyer confirmed that the goods are there. */
    public boolean received() {
        return receivedAt != null;
    }

    /** Every parcel was refused or has come back, and there is one. */
    public boolean back() {
        return every(BACK);
    }

    /** Every parcel was refused, is coming or has come back, and there is one. */
    public boolean comingBack() {
        return every(COMING_BACK);
    }

    private boolean every(Set<Stage> stages) {
        List<ParcelFacts> deliveries = deliveries();
        for (ParcelFacts parcel : deliveries) {
            if (!stages.contains(parcel.stage())) {
                return false;
            }
        }
        return !deliveries.isEmpty();
    }

    /**
     * When the last of the parcels that are signed for was; else when the buyer confirmed the
     * receipt; null when neither happened.
     */
    public @Nullable Instant signedAt() {
        if (!any(Stage.SIGNED)) {
            return receivedAt;
        }
        return deliveries().stream()
                .filter(parcel -> parcel.stage() == Stage.SIGNED)
                .map(ParcelFacts::snapshot)
                .filter(Objects::nonNull)
                .map(ParcelSnapshot::signedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(receivedAt);
    }
}
