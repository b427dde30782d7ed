package io.waybillguard.tracker.shippo;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.failed;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.StatusTable;
import java.util.Set;

/**
 * Shippo's statuses and the substatuses that say more. RETURNED is said of a parcel on its way back
 * as well: its arrival is the signature that follows.
 */
public final class ShippoCodes {

    /** Substatuses that say less than any status. */
    static final Set<String> VAGUE = Set.of("unknown", "other");

    public static final StatusTable TABLE =
            StatusTable.of(
                    Shippo.NAME,
                    lagging("UNKNOWN", "not known", ScanKind.OTHER),
                    code("PRE_TRANSIT", "courier informed", ScanKind.ORDERED),
                    lagging("TRANSIT", "on its way", ScanKind.ARRIVED),
                    code("DELIVERED", "delivered", ScanKind.SIGNED),
                    code("RETURNED", "returning or returned", ScanKind.RETURNING),
                    lagging("FAILURE", "cannot be delivered", ScanKind.PROBLEM),
                    code("information_received", "courier informed", ScanKind.ORDERED),
                    code("package_accepted", "accepted by the courier", ScanKind.COLLECTED),
                    code("package_arrived", "arrived at a hub", ScanKind.ARRIVED),
                    code("package_departed", "departed", ScanKind.DEPARTED),
                    code("package_processing", "being sorted", ScanKind.ARRIVED),
                    code("package_processed", "sorted", ScanKind.ARRIVED),
                    code("package_forwarded", "sent on elsewhere", ScanKind.REDIRECTED),
                    code("out_for_delivery", "out for delivery", ScanKind.OUT_FOR_DELIVERY),
                    lagging("delivery_scheduled", "delivery planned", ScanKind.OTHER),
                    lagging("delivery_rescheduled", "delivery planned anew", ScanKind.OTHER),
                    code("delivery_attempted", "attempt failed", ScanKind.DELIVERY_FAILED),
                    failed("notice_left", "nobody there", ProblemReason.UNREACHABLE),
                    code("reschedule_delivery", "buyer must choose", ScanKind.DELIVERY_FAILED),
                    code("location_inaccessible", "no way in", ScanKind.DELIVERY_FAILED),
                    code("pickup_available", "waits for the buyer", ScanKind.STORED),
                    problem("package_unclaimed", "not picked up", ProblemReason.UNCLAIMED),
                    problem("address_issue", "wrong address", ProblemReason.BAD_ADDRESS),
                    problem("contact_carrier", "courier wants a call", ProblemReason.OTHER),
                    problem("delayed", "delayed", ProblemReason.DELAYED),
                    problem("package_held", "held", ProblemReason.HELD),
                    problem("package_damaged", "damaged", ProblemReason.DAMAGED),
                    problem("package_lost", "lost", ProblemReason.LOST),
                    problem("package_disposed", "disposed of", ProblemReason.OTHER),
                    code("package_undeliverable", "undeliverable", ScanKind.DELIVERY_FAILED),
                    code("return_to_sender", "returning", ScanKind.RETURNING));

    private ShippoCodes() {}
}
