package io.waybillguard.aftersales.order;

import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One parcel of an order as the order, its milestones and its stalls tell of it. The three come on
 * topics of their own and in any order: each topic's latest revision stands.
 *
 * @param shipment null until the shop said that it shipped
 * @param withdrawnAt when the shop took the parcel back from the order
 * @param snapshotRevision of the latest milestone; 0 before the first
 * @param stall the latest stall that did not clear
 * @param stallRevision of the latest stall event; 0 before the first
 */
public record ParcelFacts(
        ParcelId id,
        ParcelRole role,
        @Nullable Shipment shipment,
        @Nullable Instant withdrawnAt,
        @Nullable ParcelSnapshot snapshot,
        long snapshotRevision,
        @Nullable StallDetails stall,
        long stallRevision) {

    /**
     * The shop's word that it shipped.
     *
     * @param platformWaybill the waybill is the platform's own e-waybill (电子面单)
     * @param destination where it goes; null where that was not kept
     */
    public record Shipment(Instant at, boolean platformWaybill, @Nullable Region destination) {}

    static ParcelFacts unknown(ParcelId id, ParcelRole role) {
        return new ParcelFacts(id, role, null, null, null, 0, null, 0);
    }

    ParcelFacts with(OrderShipped shipped) {
        if (withdrawnAt != null && !shipped.at().isAfter(withdrawnAt)) {
            return this;
        }
        Shipment told =
                new Shipment(shipped.at(), shipped.platformWaybill(), shipped.destination());
        return new ParcelFacts(
                id,
                ParcelRole.DELIVERY,
                told,
                null,
                snapshot,
                snapshotRevision,
                stall,
                stallRevision);
    }

    ParcelFacts with(ShipmentCancelled cancelled) {
        if (shipment != null && shipment.at().isAfter(cancelled.at())) {
            return this;
        }
        return new ParcelFacts(
                id,
                ParcelRole.DELIVERY,
                null,
                cancelled.at(),
                snapshot,
                snapshotRevision,
                stall,
                stallRevision);
    }

    ParcelFacts with(MilestoneReached reached) {
        ParcelSnapshot parcel = reached.parcel();
        return reached.revision() <= snapshotRevision
                ? told(parcel.role())
                : new ParcelFacts(
                        id,
                        either(parcel.role()),
                        shipment,
                        withdrawnAt,
                        parcel,
                        reached.revision(),
                        stall,
                        stallRevision);
    }

    /** Once a delivery, always one: no word of a return takes the goods' way out of sight. */
    private ParcelRole either(ParcelRole told) {
        return role == ParcelRole.DELIVERY ? role : told;
    }

    private ParcelFacts told(ParcelRole other) {
        return new ParcelFacts(
                id,
                either(other),
                shipment,
                withdrawnAt,
                snapshot,
                snapshotRevision,
                stall,
                stallRevision);
    }

    ParcelFacts with(StallEvent event) {
        if (event.revision() <= stallRevision) {
            return told(event.stall().role());
        }
        StallDetails open =
                switch (event) {
                    case StallEvent.StallDetected detected -> detected.stall();
                    case StallEvent.StallEscalated escalated -> escalated.stall();
                    case StallEvent.StallReviewed reviewed -> reviewed.stall();
                    case StallEvent.StallCleared _ -> null;
                };
        return new ParcelFacts(
                id,
                either(event.stall().role()),
                shipment,
                withdrawnAt,
                snapshot,
                snapshotRevision,
                open,
                event.revision());
    }

    /** The goods went out with it, or were to. */
    public boolean delivery() {
        return role == ParcelRole.DELIVERY;
    }

    /** When it was signed for; null while it is not, or nobody tells when. */
    public @Nullable Instant signedAt() {
        if (snapshot == null || snapshot.stage() != Stage.SIGNED) {
            return null;
        }
        return snapshot.signedAt() == null ? snapshot.lastMovedAt() : snapshot.signedAt();
    }

    /** REGISTERED until a milestone tells otherwise. */
    public Stage stage() {
        return snapshot == null ? Stage.REGISTERED : snapshot.stage();
    }

    /** The stall that stands: not one that a later milestone shows to be over. */
    public @Nullable StallDetails currentStall() {
        return stall == null || movedSince(stall) ? null : stall;
    }

    private boolean movedSince(StallDetails since) {
        return snapshot != null
                && snapshotRevision > stallRevision
                && snapshot.lastMovedAt() != null
                && snapshot.lastMovedAt().isAfter(since.since());
    }

    /** On its way from the shop to the buyer, by the word of the shop or of the tracker. */
    boolean delivers() {
        return role == ParcelRole.DELIVERY
                && withdrawnAt == null
                && (shipment != null || snapshot != null);
    }
}
