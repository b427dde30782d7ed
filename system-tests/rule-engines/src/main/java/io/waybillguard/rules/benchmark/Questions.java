package io.waybillguard.rules.benchmark;

import static io.waybillguard.rules.benchmark.Column.*;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Twelve questions, one for each row, as the product and as the engines are asked them. */
final class Questions {

    /** One of them. */
    record Question(String row, RefundQuestion question, Facts facts) {}

    private static final OrderId ORDER = new OrderId("o-1");
    private static final ShopId SHOP = new ShopId("shop-1");
    private static final BuyerId BUYER = new BuyerId("buyer-1");
    private static final ParcelId PARCEL = ParcelId.of("ZTO", "ZTO1");
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static final RefundSwitches NONE = RefundSwitches.NONE;
    private static final RefundSwitches FAST =
            new RefundSwitches(true, null, false, null, false, false, null);
    private static final RefundSwitches PRE_SHIP =
            new RefundSwitches(false, Money.yuan(200), false, null, false, false, null);
    private static final RefundSwitches SMALL =
            new RefundSwitches(false, null, true, null, false, false, null);
    private static final RefundSwitches LOST_CAP =
            new RefundSwitches(false, null, false, Money.yuan(200), false, false, null);
    private static final RefundSwitches REJECT =
            new RefundSwitches(false, null, false, null, true, false, null);
    private static final RefundSwitches SEVEN =
            new RefundSwitches(false, null, false, null, false, true, null);
    private static final RefundSwitches POST_SHIP =
            new RefundSwitches(false, null, false, null, false, false, Money.yuan(200));

    private Questions() {}

    static List<Question> all() {
        OrderFacts placed = placed();
        OrderFacts onTheWay = now(shipped(placed), Stage.IN_TRANSIT);
        OrderFacts signed = now(shipped(placed), Stage.SIGNED);
        Map<Column, Object> shipped = facts(SHIPPED, true, COLLECTED, true, PARCELS, 1, FULL, true);
        return List.of(
                asked("over-refund", placed, NONE, false, 101, facts(OVER_PAID, true)),
                asked(
                        "shop:quality",
                        placed,
                        NONE,
                        false,
                        30,
                        RefundReason.QUALITY,
                        facts(REASON_QUALITY, true)),
                asked("fast-refund", placed, FAST, false, 100, facts(FAST_REFUND, true)),
                asked("pre-ship-agree", placed, PRE_SHIP, false, 100, facts(UNDER_PRE_SHIP, true)),
                asked(
                        "small-amount",
                        onTheWay,
                        SMALL,
                        false,
                        10,
                        with(shipped, SMALL_AMOUNT, true, FULL, false)),
                asked(
                        "already-back",
                        now(onTheWay, Stage.RETURNED),
                        NONE,
                        false,
                        100,
                        with(shipped, BACK, true)),
                asked(
                        "lost-in-transit",
                        lost(onTheWay),
                        LOST_CAP,
                        false,
                        100,
                        with(shipped, LOST, true, WITHIN_LOST_CAP, true)),
                intercept(onTheWay, shipped),
                asked(
                        "reject-then-refund",
                        onTheWay,
                        REJECT,
                        false,
                        100,
                        with(shipped, REJECT_THEN_REFUND, true)),
                asked(
                        "seven-day",
                        signed,
                        SEVEN,
                        true,
                        100,
                        with(
                                shipped,
                                RETURNING,
                                true,
                                SIGNED,
                                true,
                                SEVEN_DAY,
                                true,
                                ALL_SEVEN_DAY,
                                true,
                                HOURS_SINCE_SIGNATURE,
                                24)),
                asked(
                        "post-ship-return",
                        onTheWay,
                        POST_SHIP,
                        true,
                        100,
                        with(shipped, RETURNING, true, UNDER_POST_SHIP, true)),
                asked("otherwise", onTheWay, NONE, false, 100, shipped));
    }

    private static Question intercept(OrderFacts onTheWay, Map<Column, Object> shipped) {
        InterceptionTerms terms =
                new InterceptionTerms(true, "2024-02", Set.of(new CourierCode("ZTO")));
        return asked(
                "intercept",
                onTheWay,
                NONE,
                terms,
                false,
                100,
                RefundReason.NOT_WANTED,
                with(
                        shipped,
                        STOPPABLE,
                        true,
                        NORMAL_OPERATION,
                        true,
                        AGREEMENT_COVERS,
                        true,
                        WAYBILL_ENABLED,
                        true));
    }

    private static Question asked(
            String row,
            OrderFacts order,
            RefundSwitches switches,
            boolean returns,
            long yuan,
            Map<Column, Object> facts) {
        return asked(row, order, switches, returns, yuan, RefundReason.NOT_WANTED, facts);
    }

    private static Question asked(
            String row,
            OrderFacts order,
            RefundSwitches switches,
            boolean returns,
            long yuan,
            RefundReason reason,
            Map<Column, Object> facts) {
        return asked(row, order, switches, InterceptionTerms.NONE, returns, yuan, reason, facts);
    }

    private static Question asked(
            String row,
            OrderFacts order,
            RefundSwitches switches,
            InterceptionTerms terms,
            boolean returns,
            long yuan,
            RefundReason reason,
            Map<Column, Object> facts) {
        ShopPolicy policy =
                new ShopPolicy(SHOP, 3, switches, terms, List.of(quality()), NoticeTerms.DEFAULT);
        RefundRequest request =
                new RefundRequest(
                        new RefundId("r-1"),
                        returns ? RefundKind.RETURN_AND_REFUND : RefundKind.REFUND_ONLY,
                        Money.yuan(yuan),
                        reason,
                        List.of(),
                        NOON);
        return new Question(
                row,
                new RefundQuestion(request, order, Money.ZERO, Set.of(), Set.of(), policy),
                new Facts(
                        with(
                                facts,
                                AMOUNT,
                                yuan * 100,
                                ORDER_AMOUNT,
                                10_000,
                                NORMAL_OPERATION,
                                true)));
    }

    private static ShopRule quality() {
        return new ShopRule(
                "quality",
                null,
                Set.of(),
                null,
                null,
                Money.yuan(50),
                Set.of(),
                Set.of(RefundReason.QUALITY),
                Set.of(),
                Decision.AUTO_REFUND,
                "the shop wants it so");
    }

    private static OrderFacts placed() {
        Instant then = NOON.minus(Duration.ofDays(7));
        OrderLine line =
                new OrderLine(
                        "sku",
                        "a thing",
                        "toys",
                        1,
                        Money.yuan(100),
                        Set.of(GoodsTrait.SEVEN_DAY_RETURN));
        return OrderFacts.unknown(ORDER)
                .with(
                        new OrderPlaced(
                                ORDER,
                                SHOP,
                                BUYER,
                                "KUAISHOU",
                                Money.yuan(100),
                                List.of(line),
                                Region.of("浙江"),
                                false,
                                then))
                .with(new OrderPaid(ORDER, Money.yuan(100), then));
    }

    private static OrderFacts shipped(OrderFacts order) {
        return order.with(
                new OrderShipped(
                        ORDER,
                        SHOP,
                        BUYER,
                        PARCEL,
                        "KUAISHOU",
                        "",
                        Region.of("浙江"),
                        true,
                        NOON.minus(Duration.ofDays(6))));
    }

    private static OrderFacts now(OrderFacts order, Stage stage) {
        Instant at = NOON.minus(Duration.ofHours(24));
        long revision = 1 + stage.ordinal();
        return order.with(
                new MilestoneReached(
                        ORDER,
                        SHOP,
                        BUYER,
                        new ParcelSnapshot(
                                PARCEL,
                                ParcelRole.DELIVERY,
                                stage,
                                3,
                                NOON.minus(Duration.ofDays(6)),
                                NOON.minus(Duration.ofDays(6)),
                                at,
                                null,
                                "杭州转运中心",
                                stage == Stage.SIGNED ? at : null,
                                null,
                                false,
                                null),
                        null,
                        revision,
                        at));
    }

    private static OrderFacts lost(OrderFacts order) {
        StallDetails stall =
                new StallDetails(
                        PARCEL,
                        ParcelRole.DELIVERY,
                        1,
                        StallKind.IN_TRANSIT,
                        StallCause.SILENCE,
                        null,
                        StallLevel.SUSPECTED_LOST,
                        NOON,
                        Duration.ofHours(48),
                        "default",
                        NOON,
                        Stage.IN_TRANSIT,
                        "",
                        null,
                        false,
                        null);
        return order.with(new StallEscalated(ORDER, SHOP, BUYER, stall, 50, NOON));
    }

    private static Map<Column, Object> facts(Object... told) {
        return with(Map.of(), told);
    }

    private static Map<Column, Object> with(Map<Column, Object> facts, Object... told) {
        Map<Column, Object> all = new HashMap<>(facts);
        for (int i = 0; i < told.length; i += 2) {
            all.put((Column) told[i], told[i + 1]);
        }
        return all;
    }
}
