package io.waybillguard.tracker.karrio;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.failed;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.StatusTable;
import java.util.Set;

/** Karrio's statuses and the reasons of incidents, which say more. */
public final class KarrioCodes {

    /** Statuses that no reason changes. */
    static final Set<String> DECISIVE =
            Set.of("delivered", "ready_for_pickup", "return_to_sender", "cancelled");

    public static final StatusTable TABLE =
            StatusTable.of(
                    Karrio.NAME,
                    code("pending", "courier informed", ScanKind.ORDERED),
                    code("picked_up", "accepted by the courier", ScanKind.COLLECTED),
                    lagging("in_transit", "on its way", ScanKind.ARRIVED),
                    code("out_for_delivery", "out for delivery", ScanKind.OUT_FOR_DELIVERY),
                    code("ready_for_pickup", "waits for the buyer", ScanKind.STORED),
                    code("delivered", "delivered", ScanKind.SIGNED),
                    code("delivery_failed", "attempt failed", ScanKind.DELIVERY_FAILED),
                    problem("delivery_delayed", "delayed", ProblemReason.DELAYED),
                    problem("on_hold", "held", ProblemReason.HELD),
                    code("return_to_sender", "returning", ScanKind.RETURNING),
                    code("cancelled", "cancelled", ScanKind.CANCELLED),
                    lagging("unknown", "not known", ScanKind.OTHER),
                    problem("carrier_damaged_parcel", "damaged", ProblemReason.DAMAGED),
                    problem("carrier_sorting_error", "missorted", ProblemReason.MISSORTED),
                    problem(
                            "carrier_address_not_found",
                            "address not found",
                            ProblemReason.BAD_ADDRESS),
                    problem("carrier_parcel_lost", "lost", ProblemReason.LOST),
                    problem("carrier_not_enough_time", "out of time", ProblemReason.DELAYED),
                    problem("carrier_vehicle_issue", "vehicle broke down", ProblemReason.DELAYED),
                    problem("carrier_capacity_exceeded", "hub is full", ProblemReason.DELAYED),
                    problem("carrier_mechanical_delay", "machine failed", ProblemReason.DELAYED),
                    code("consignee_refused", "refused", ScanKind.REFUSED),
                    failed(
                            "consignee_business_closed",
                            "business closed",
                            ProblemReason.UNREACHABLE),
                    failed("consignee_not_available", "nobody there", ProblemReason.UNREACHABLE),
                    failed("consignee_not_home", "nobody there", ProblemReason.UNREACHABLE),
                    problem("consignee_cancelled", "buyer cancelled", ProblemReason.OTHER)
                            .unconfirmed(),
                    failed(
                            "consignee_verification_failed",
                            "buyer not verified",
                            ProblemReason.OTHER),
                    failed(
                            "consignee_incorrect_address",
                            "wrong address",
                            ProblemReason.BAD_ADDRESS),
                    failed("consignee_access_restricted", "no way in", ProblemReason.OTHER),
                    failed(
                            "consignee_safe_place_unavailable",
                            "nowhere to leave it",
                            ProblemReason.OTHER),
                    problem("customs_delay", "delayed at customs", ProblemReason.HELD),
                    problem("customs_documentation", "papers missing", ProblemReason.HELD),
                    problem("customs_duties_unpaid", "duties unpaid", ProblemReason.HELD),
                    problem("customs_prohibited", "prohibited", ProblemReason.HELD),
                    problem("customs_inspection", "inspected by customs", ProblemReason.HELD),
                    problem("weather_delay", "delayed by weather", ProblemReason.DELAYED),
                    problem("natural_disaster", "natural disaster", ProblemReason.DELAYED),
                    problem("force_majeure", "force majeure", ProblemReason.DELAYED),
                    problem("parcel_being_researched", "being looked for", ProblemReason.OTHER),
                    problem("security_issue", "held for security", ProblemReason.HELD),
                    problem("regulatory_hold", "held by an authority", ProblemReason.HELD));

    private KarrioCodes() {}
}
