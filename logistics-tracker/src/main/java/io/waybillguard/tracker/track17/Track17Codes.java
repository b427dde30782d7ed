package io.waybillguard.tracker.track17;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.failed;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;
import static io.waybillguard.tracker.lines.StatusTable.Row.remark;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.StatusTable;

/**
 * 17TRACK's statuses, sub-statuses and stages of version 2, and the numbers of version 1. A
 * sub-status that is not here means what its main status means.
 */
public final class Track17Codes {

    public static final StatusTable TABLE =
            StatusTable.of(
                    Track17.NAME,
                    remark("NotFound", "nothing known yet"),
                    remark("NotFound_Other", "nothing known yet"),
                    remark("NotFound_InvalidCode", "no such number"),
                    code("InfoReceived", "courier informed", ScanKind.ORDERED),
                    lagging("InTransit", "on its way", ScanKind.ARRIVED),
                    lagging("InTransit_Other", "on its way", ScanKind.ARRIVED),
                    code("InTransit_PickedUp", "picked up", ScanKind.COLLECTED),
                    code("PickedUp", "picked up", ScanKind.COLLECTED),
                    code("InTransit_Departure", "departed", ScanKind.DEPARTED),
                    code("Departure", "departed", ScanKind.DEPARTED),
                    code("InTransit_Arrival", "arrived", ScanKind.ARRIVED),
                    code("Arrival", "arrived", ScanKind.ARRIVED),
                    code("InTransit_CustomsProcessing", "at customs", ScanKind.CUSTOMS),
                    code("InTransit_CustomsReleased", "through customs", ScanKind.CUSTOMS),
                    problem(
                            "InTransit_CustomsRequiringInformation",
                            "customs wants to know more",
                            ProblemReason.HELD),
                    remark("Expired", "no news for long"),
                    remark("Expired_Other", "no news for long"),
                    code("AvailableForPickup", "waits for the buyer", ScanKind.STORED),
                    code("AvailableForPickup_Other", "waits for the buyer", ScanKind.STORED),
                    code("OutForDelivery", "out for delivery", ScanKind.OUT_FOR_DELIVERY),
                    code("OutForDelivery_Other", "out for delivery", ScanKind.OUT_FOR_DELIVERY),
                    code("DeliveryFailure", "attempt failed", ScanKind.DELIVERY_FAILED),
                    code("DeliveryFailure_Other", "attempt failed", ScanKind.DELIVERY_FAILED),
                    failed("DeliveryFailure_NoBody", "nobody there", ProblemReason.UNREACHABLE),
                    failed("DeliveryFailure_Security", "held by an office", ProblemReason.HELD),
                    code("DeliveryFailure_Rejected", "refused", ScanKind.REFUSED),
                    failed(
                            "DeliveryFailure_InvalidAddress",
                            "wrong address",
                            ProblemReason.BAD_ADDRESS),
                    code("Delivered", "delivered", ScanKind.SIGNED),
                    code("Delivered_Other", "delivered", ScanKind.SIGNED),
                    code("Exception", "something is wrong", ScanKind.PROBLEM),
                    code("Exception_Other", "something is wrong", ScanKind.PROBLEM),
                    code("Exception_Returning", "returning", ScanKind.RETURNING),
                    code("Returning", "returning", ScanKind.RETURNING),
                    code("Exception_Returned", "returned", ScanKind.RETURNED),
                    code("Returned", "returned", ScanKind.RETURNED),
                    problem("Exception_NoBody", "buyer not found", ProblemReason.UNREACHABLE),
                    problem("Exception_Security", "held by an office", ProblemReason.HELD),
                    problem("Exception_Damage", "damaged", ProblemReason.DAMAGED),
                    code("Exception_Rejected", "refused", ScanKind.REFUSED),
                    problem("Exception_Delayed", "delayed", ProblemReason.DELAYED),
                    problem("Exception_Lost", "lost", ProblemReason.LOST),
                    problem("Exception_Destroyed", "destroyed", ProblemReason.DAMAGED),
                    code("Exception_Cancel", "cancelled", ScanKind.CANCELLED),
                    remark("0", "v1: nothing known yet"),
                    lagging("10", "v1: on its way", ScanKind.ARRIVED),
                    remark("20", "v1: no news for long"),
                    code("30", "v1: to be picked up or out for delivery", ScanKind.AT_DESTINATION)
                            .unconfirmed(),
                    code("35", "v1: attempt failed", ScanKind.DELIVERY_FAILED),
                    code("40", "v1: delivered", ScanKind.SIGNED),
                    lagging("50", "v1: something is wrong", ScanKind.PROBLEM).unconfirmed());

    private Track17Codes() {}
}
