package io.waybillguard.aftersales.rules;

import io.waybillguard.events.policy.ShopRule;
import java.util.ArrayList;
import java.util.List;

/** A shop's own rules as rows; what the platform demands of a decision is demanded of them too. */
final class ShopRows {

    static final String PREFIX = "shop:";

    private final List<Condition> interception;

    ShopRows(List<Condition> interception) {
        this.interception = interception;
    }

    List<Row> of(List<ShopRule> rules) {
        return rules.stream().map(this::row).toList();
    }

    private Row row(ShopRule rule) {
        List<Condition> conditions = new ArrayList<>();
        onRequest(rule, conditions);
        onOrder(rule, conditions);
        onParcels(rule, conditions);
        conditions.addAll(demanded(rule));
        return Row.row(PREFIX + rule.name())
                .when(conditions)
                .then(rule.decision())
                .because(Because.SHOPS_OWN, rule.because());
    }

    private static void onRequest(ShopRule rule, List<Condition> conditions) {
        if (rule.kind() != null) {
            conditions.add(RequestConditions.kind(rule.kind()));
        }
        if (rule.amountFrom() != null) {
            conditions.add(RequestConditions.refundFrom(rule.amountFrom()));
        }
        if (rule.amountUnder() != null) {
            conditions.add(RequestConditions.refundUnder(rule.amountUnder()));
        }
        if (!rule.reasons().isEmpty()) {
            conditions.add(RequestConditions.reasonIn(rule.reasons()));
        }
        if (rule.buyerRefundsFrom() != null) {
            conditions.add(BuyerConditions.refundsFrom(rule.buyerRefundsFrom()));
        }
        if (rule.buyerRefundsUnder() != null) {
            conditions.add(BuyerConditions.refundsUnder(rule.buyerRefundsUnder()));
        }
    }

    private static void onOrder(ShopRule rule, List<Condition> conditions) {
        if (rule.shipped() != null) {
            conditions.add(
                    rule.shipped() ? OrderConditions.shipped() : OrderConditions.notShipped());
        }
        if (!rule.stages().isEmpty()) {
            conditions.add(ParcelConditions.everyParcelIn(rule.stages()));
        }
        if (!rule.categories().isEmpty()) {
            conditions.add(OrderConditions.goodsOf(rule.categories()));
        }
        if (rule.orderAmountFrom() != null) {
            conditions.add(OrderConditions.orderAmountFrom(rule.orderAmountFrom()));
        }
        if (rule.orderAmountUnder() != null) {
            conditions.add(OrderConditions.orderAmountUnder(rule.orderAmountUnder()));
        }
    }

    private static void onParcels(ShopRule rule, List<Condition> conditions) {
        if (!rule.couriers().isEmpty()) {
            conditions.add(ParcelConditions.couriersIn(rule.couriers()));
        }
        if (!rule.regions().isEmpty()) {
            conditions.add(ParcelConditions.deliveredTo(rule.regions()));
        }
        if (!rule.stallKinds().isEmpty() || !rule.stallLevels().isEmpty()) {
            conditions.add(ParcelConditions.stalledAs(rule.stallKinds(), rule.stallLevels()));
        }
    }

    private List<Condition> demanded(ShopRule rule) {
        return switch (rule.decision()) {
            case INTERCEPT -> interception;
            case REJECT_THEN_REFUND ->
                    List.of(
                            RequestConditions.refundOnly(),
                            ParcelConditions.collected(),
                            OrderConditions.notSigned());
            case APPROVE_RETURN -> List.of(OrderConditions.shipped());
            case AUTO_REFUND, MANUAL -> List.of();
        };
    }
}
