package io.waybillguard.tracker.easypost;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;
import static io.waybillguard.tracker.lines.StatusTable.Row.remark;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.StatusTable;
import java.util.Set;

/** EasyPost's statuses and the details that say more. */
public final class EasyPostCodes {

    /** Statuses that no detail changes: a delivery's detail is that it reached its destination. */
    static final Set<String> DECISIVE =
            Set.of(
                    "out_for_delivery",
                    "delivered",
                    "available_for_pickup",
                    "return_to_sender",
                    "cancelled");

    /** Details that say less than any status. */
    static final Set<String> VAGUE = Set.of("unknown", "status_update");

    public static final StatusTable TABLE =
            StatusTable.of(
                    EasyPost.NAME,
                    lagging("unknown", "not known", ScanKind.OTHER),
                    code("pre_transit", "courier informed", ScanKind.ORDERED),
                    lagging("in_transit", "on its way", ScanKind.ARRIVED),
                    code("out_for_delivery", "out for delivery", ScanKind.OUT_FOR_DELIVERY),
                    code("delivered", "delivered", ScanKind.SIGNED),
                    code("available_for_pickup", "waits for the buyer", ScanKind.STORED),
                    code("return_to_sender", "returning", ScanKind.RETURNING),
                    lagging("failure", "cannot be delivered", ScanKind.PROBLEM),
                    code("cancelled", "cancelled", ScanKind.CANCELLED),
                    lagging("error", "tracking failed", ScanKind.OTHER),
                    code("label_created", "label made", ScanKind.ORDERED),
                    code("awaiting_information", "courier waits for data", ScanKind.ORDERED),
                    code("received_at_origin_facility", "accepted", ScanKind.COLLECTED),
                    code("departed_origin_facility", "left its first hub", ScanKind.DEPARTED),
                    code("arrived_at_facility", "arrived at a hub", ScanKind.ARRIVED),
                    code("departed_facility", "departed", ScanKind.DEPARTED),
                    code(
                            "received_at_destination_facility",
                            "at the last hub",
                            ScanKind.AT_DESTINATION),
                    code("arrived_at_destination", "at its destination", ScanKind.AT_DESTINATION),
                    code("arrived_at_pickup_location", "waits for the buyer", ScanKind.STORED),
                    code(
                            "transferred_to_destination_carrier",
                            "given to another courier",
                            ScanKind.REDIRECTED),
                    problem("address_correction", "address corrected", ProblemReason.BAD_ADDRESS),
                    problem("damaged", "damaged", ProblemReason.DAMAGED),
                    problem("delayed", "delayed", ProblemReason.DELAYED),
                    problem("weather_delay", "delayed by weather", ProblemReason.DELAYED),
                    code("delivery_exception", "attempt failed", ScanKind.DELIVERY_FAILED),
                    code("unable_to_deliver", "attempt failed", ScanKind.DELIVERY_FAILED)
                            .unconfirmed(),
                    code("transit_exception", "something is wrong", ScanKind.PROBLEM),
                    remark("expired", "no news for long"),
                    problem("held", "held", ProblemReason.HELD),
                    problem("lost", "lost", ProblemReason.LOST),
                    problem("missorted", "missorted", ProblemReason.MISSORTED),
                    code("refused", "refused", ScanKind.REFUSED),
                    code("return", "returning", ScanKind.RETURNING));

    private EasyPostCodes() {}
}
