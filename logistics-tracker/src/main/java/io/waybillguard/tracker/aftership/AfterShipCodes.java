package io.waybillguard.tracker.aftership;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.failed;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;
import static io.waybillguard.tracker.lines.StatusTable.Row.remark;
import static io.waybillguard.tracker.lines.StatusTable.Row.signed;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.lines.StatusTable;

/** AfterShip's tags, and the subtags that say more. */
public final class AfterShipCodes {

    public static final StatusTable TABLE =
            StatusTable.of(
                    AfterShip.NAME,
                    remark("Pending", "nothing known yet"),
                    remark("Pending_001", "nothing known yet"),
                    remark("Pending_002", "nothing known yet (2)"),
                    remark("Pending_003", "nothing known yet (3)"),
                    remark("Pending_004", "nothing known yet (4)"),
                    remark("Pending_005", "nothing known yet (5)"),
                    remark("Pending_006", "nothing known yet (6)"),
                    code("InfoReceived", "courier informed", ScanKind.ORDERED),
                    code("InfoReceived_001", "courier informed", ScanKind.ORDERED),
                    lagging("InTransit", "on its way", ScanKind.ARRIVED),
                    lagging("InTransit_001", "on its way", ScanKind.ARRIVED),
                    code("InTransit_002", "accepted by the courier", ScanKind.COLLECTED),
                    code("InTransit_003", "arrived at a hub", ScanKind.ARRIVED),
                    code("InTransit_004", "arrived in the country", ScanKind.ARRIVED),
                    code("InTransit_005", "through customs", ScanKind.CUSTOMS),
                    code("InTransit_006", "given to customs", ScanKind.CUSTOMS),
                    code("InTransit_007", "departed", ScanKind.DEPARTED),
                    lagging("InTransit_008", "on its way again", ScanKind.ARRIVED),
                    code("InTransit_009", "sent to another address", ScanKind.REDIRECTED),
                    code("OutForDelivery", "out for delivery", ScanKind.OUT_FOR_DELIVERY),
                    code("OutForDelivery_001", "out for delivery", ScanKind.OUT_FOR_DELIVERY),
                    code("OutForDelivery_002", "waits for the buyer", ScanKind.STORED)
                            .unconfirmed(),
                    code("OutForDelivery_003", "buyer contacted", ScanKind.OUT_FOR_DELIVERY),
                    code("OutForDelivery_004", "appointment made", ScanKind.AT_DESTINATION),
                    code("AttemptFail", "attempt failed", ScanKind.DELIVERY_FAILED),
                    code("AttemptFail_001", "attempt failed", ScanKind.DELIVERY_FAILED),
                    failed("AttemptFail_002", "nobody there", ProblemReason.UNREACHABLE),
                    failed("AttemptFail_003", "business closed", ProblemReason.UNREACHABLE),
                    code("Delivered", "delivered", ScanKind.SIGNED),
                    code("Delivered_001", "delivered", ScanKind.SIGNED),
                    signed("Delivered_002", "picked up by the buyer", SignedBy.BUYER),
                    signed("Delivered_003", "signed by the buyer", SignedBy.BUYER),
                    code("Delivered_004", "delivered, cash collected", ScanKind.SIGNED),
                    signed("Delivered_005", "left with a neighbour", SignedBy.OTHER_PERSON),
                    code("AvailableForPickup", "waits for the buyer", ScanKind.STORED),
                    code("AvailableForPickup_001", "waits for the buyer", ScanKind.STORED),
                    code("Exception", "something is wrong", ScanKind.PROBLEM),
                    code("Exception_001", "something is wrong", ScanKind.PROBLEM),
                    problem("Exception_002", "buyer moved", ProblemReason.BAD_ADDRESS),
                    code("Exception_003", "refused", ScanKind.REFUSED),
                    problem("Exception_004", "delayed at customs", ProblemReason.HELD),
                    problem("Exception_005", "delayed from outside", ProblemReason.DELAYED),
                    problem("Exception_006", "held for payment", ProblemReason.HELD),
                    problem("Exception_007", "wrong address", ProblemReason.BAD_ADDRESS),
                    problem("Exception_008", "not picked up in time", ProblemReason.UNCLAIMED),
                    problem("Exception_009", "rejected by the courier", ProblemReason.OTHER),
                    code("Exception_010", "returning", ScanKind.RETURNING),
                    code("Exception_011", "returned", ScanKind.RETURNED),
                    problem("Exception_012", "damaged", ProblemReason.DAMAGED),
                    problem("Exception_013", "lost", ProblemReason.LOST),
                    problem("Exception_016", "delayed at the courier", ProblemReason.DELAYED)
                            .unconfirmed(),
                    problem("Exception_017", "delayed by weather", ProblemReason.DELAYED)
                            .unconfirmed(),
                    problem("Exception_018", "papers missing", ProblemReason.HELD).unconfirmed(),
                    remark("Expired", "30 days without news"),
                    remark("Expired_001", "30 days without news"));

    private AfterShipCodes() {}
}
