package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.OrderConditions.goodsAreAll;
import static io.waybillguard.aftersales.rules.OrderConditions.goodsAreNot;
import static io.waybillguard.aftersales.rules.OrderConditions.goodsNotOfShops;
import static io.waybillguard.aftersales.rules.OrderConditions.notShipped;
import static io.waybillguard.aftersales.rules.OrderConditions.notSigned;
import static io.waybillguard.aftersales.rules.OrderConditions.orderAmountUnder;
import static io.waybillguard.aftersales.rules.OrderConditions.orderAmountUnderShops;
import static io.waybillguard.aftersales.rules.OrderConditions.shipped;
import static io.waybillguard.aftersales.rules.OrderConditions.signedWithin;
import static io.waybillguard.aftersales.rules.ParcelConditions.collected;
import static io.waybillguard.aftersales.rules.ParcelConditions.everyParcelBack;
import static io.waybillguard.aftersales.rules.ParcelConditions.suspectedLost;
import static io.waybillguard.aftersales.rules.RequestConditions.moreThanWasPaid;
import static io.waybillguard.aftersales.rules.RequestConditions.refundOnly;
import static io.waybillguard.aftersales.rules.RequestConditions.refundUnder;
import static io.waybillguard.aftersales.rules.RequestConditions.refundUnderShops;
import static io.waybillguard.aftersales.rules.RequestConditions.refundWithinShops;
import static io.waybillguard.aftersales.rules.RequestConditions.returnAndRefund;
import static io.waybillguard.aftersales.rules.RequestConditions.shopEnabled;
import static io.waybillguard.aftersales.rules.Row.row;

import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * The refund table: what may never be automatic, then the shop's own rules, then the platform's
 * rows, then a person.
 */
public final class RefundTable {

    /** Its name in explanations. */
    public static final String NAME = "refund";

    /** Its version in explanations; rises with every change of a row. */
    public static final int VERSION = 3;

    /** The row of a refund that exceeds what was paid. */
    static final String OVER_REFUND = "over-refund";

    /** The row of a refund that asks for more of an item than was ordered. */
    static final String ITEM_OVER_REFUND = "item-over-refund";

    static final String AUTOMATIC_CAP = "automatic-cap";

    private final Limits limits;
    private final Row overRefund;
    private final Row itemOverRefund;
    private final ShopRows shopRows;
    private final List<Row> platformRows;
    private final Row otherwise;
    private final RuleTable plain;
    private final ShopTables shopTables = new ShopTables(rules -> table(false, rules));

    /** The table with the platform's figures and the interception agreements. */
    public RefundTable(Limits limits, Agreements agreements) {
        List<Condition> interception = InterceptionConditions.all(limits, agreements);
        this.limits = limits;
        this.overRefund =
                row(OVER_REFUND)
                        .when(moreThanWasPaid())
                        .then(Decision.MANUAL)
                        .because(Because.EXCEEDS_PAID);
        this.itemOverRefund =
                row(ITEM_OVER_REFUND)
                        .when(ItemConditions.moreOfAnItemThanWasOrdered())
                        .then(Decision.MANUAL)
                        .because(Because.EXCEEDS_ITEM);
        this.shopRows = new ShopRows(interception);
        this.platformRows = platformRows(limits, interception);
        this.otherwise = row("otherwise").always().then(Decision.MANUAL).because(Because.NO_RULE);
        this.plain = table(false, List.of());
    }

    private static List<Row> platformRows(Limits limits, List<Condition> interception) {
        List<Row> rows = new ArrayList<>(beforeShipment(limits));
        rows.addAll(onTheWay(limits, interception));
        rows.addAll(withTheBuyer(limits));
        return List.copyOf(rows);
    }

    private static List<Row> beforeShipment(Limits limits) {
        return List.of(
                row("fast-refund")
                        .when(
                                shopEnabled(RefundSwitches::fastRefund),
                                refundOnly(),
                                notShipped(),
                                goodsAreNot(GoodsTrait.VIRTUAL),
                                orderAmountUnder(limits.fastRefundUnder()))
                        .then(Decision.AUTO_REFUND)
                        .because(Because.SMALL_UNSHIPPED),
                row("pre-ship-agree")
                        .when(
                                notShipped(),
                                refundUnderShops(RefundSwitches::preShipAgreeUnder),
                                orderAmountUnderShops(RefundSwitches::preShipAgreeOrderUnder),
                                goodsNotOfShops(RefundSwitches::preShipAgreeExcept))
                        .then(Decision.AUTO_REFUND)
                        .because(Because.AGREES_BEFORE));
    }

    private static List<Row> onTheWay(Limits limits, List<Condition> interception) {
        return List.of(
                row("small-amount")
                        .when(
                                shopEnabled(RefundSwitches::smallAmount),
                                refundOnly(),
                                shipped(),
                                refundUnder(limits.smallAmountUnder()))
                        .then(Decision.AUTO_REFUND)
                        .because(Because.TOO_SMALL),
                row("already-back")
                        .when(refundOnly(), everyParcelBack())
                        .then(Decision.AUTO_REFUND)
                        .because(Because.GOODS_BACK),
                row("lost-in-transit")
                        .when(suspectedLost(), refundWithinShops(RefundSwitches::lostInTransitCap))
                        .then(Decision.AUTO_REFUND)
                        .because(Because.GOODS_LOST),
                row("intercept")
                        .when(interception)
                        .then(Decision.INTERCEPT)
                        .because(Because.STOPPABLE),
                row("reject-then-refund")
                        .when(
                                shopEnabled(RefundSwitches::rejectThenRefund),
                                refundOnly(),
                                collected(),
                                notSigned())
                        .then(Decision.REJECT_THEN_REFUND)
                        .because(Because.REFUSABLE));
    }

    private static List<Row> withTheBuyer(Limits limits) {
        return List.of(
                row("seven-day")
                        .when(
                                shopEnabled(RefundSwitches::sevenDayReturn),
                                returnAndRefund(),
                                goodsAreAll(GoodsTrait.SEVEN_DAY_RETURN),
                                signedWithin(limits.returnWithin()))
                        .then(Decision.APPROVE_RETURN)
                        .because(Because.SOON_RETURNED),
                row("post-ship-return")
                        .when(
                                returnAndRefund(),
                                shipped(),
                                refundUnderShops(RefundSwitches::postShipReturnUnder))
                        .then(Decision.APPROVE_RETURN)
                        .because(Because.TAKES_BACK));
    }

    /**
     * The rows that are the platform's own, in order; a shop's stand between the first two and the
     * rest.
     */
    List<Row> platform() {
        return table(true, List.of()).rows();
    }

    /** The answer to a refund request. */
    public Verdict decide(RefundQuestion question) {
        if (question.order().purchase() == null) {
            return unknownOrder();
        }
        return capped(tableFor(question).decide(question), question);
    }

    /** Most requests name no items: their tables are made once. */
    private RuleTable tableFor(RefundQuestion question) {
        List<ShopRule> rules = question.policy().rules();
        if (!question.request().lines().isEmpty()) {
            return table(true, rules);
        }
        return rules.isEmpty() ? plain : shopTables.of(rules);
    }

    private RuleTable table(boolean items, List<ShopRule> rules) {
        List<Row> rows = new ArrayList<>();
        rows.add(overRefund);
        if (items) {
            rows.add(itemOverRefund);
        }
        rows.addAll(shopRows.of(rules));
        rows.addAll(platformRows);
        rows.add(otherwise);
        return new RuleTable(NAME, VERSION, rows);
    }

    private Verdict unknownOrder() {
        Looked held = new Looked.Held(otherwise.name(), Phrase.of(Because.ORDER_UNKNOWN));
        return new Verdict(NAME, VERSION, otherwise.name(), Decision.MANUAL, false, List.of(held));
    }

    private Verdict capped(Verdict verdict, RefundQuestion question) {
        if (verdict.decision() != Decision.AUTO_REFUND
                || !question.request().amount().isOver(limits.automaticCap())) {
            return verdict;
        }
        Phrase over =
                Phrase.of(
                        Reason.REFUND_OVER_AUTOMATIC,
                        question.request().amount(),
                        limits.automaticCap());
        return verdict.overruled(AUTOMATIC_CAP, over, Because.OVER_CAP);
    }
}
