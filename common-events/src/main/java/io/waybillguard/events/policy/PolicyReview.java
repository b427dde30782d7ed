package io.waybillguard.events.policy;

import static io.waybillguard.events.policy.Finding.Problem.HOLDS_ALWAYS;
import static io.waybillguard.events.policy.Finding.Problem.HOLDS_NEVER;
import static io.waybillguard.events.policy.Finding.Problem.NAME_TWICE;
import static io.waybillguard.events.policy.Finding.Problem.NEVER_REACHED;
import static io.waybillguard.events.policy.Finding.Problem.NOT_EXAMINED;
import static io.waybillguard.events.policy.Finding.Problem.NO_NAME;
import static io.waybillguard.events.policy.Finding.Problem.OVERLAP;
import static io.waybillguard.events.policy.Finding.Problem.WITHOUT_EFFECT;

import io.waybillguard.events.policy.Finding.Problem;
import io.waybillguard.events.policy.Together.Fate.Hidden;
import io.waybillguard.events.policy.Together.Fate.Reached;
import io.waybillguard.events.policy.Together.Fate.Unknown;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a policy as its table will: what can never happen, and what may not be meant. */
public final class PolicyReview {

    /** More findings of one sort than these would not be read. */
    private static final int OVERLAPS_TOLD = 50;

    /** A name has up to 64 characters, a message 512. */
    private static final int RULES_NAMED = 4;

    private final ShopPolicy policy;
    private final int partsAtMost;
    private final List<ShopRule> rules;
    private final List<Extent> extents;
    private final List<Finding> findings = new ArrayList<>();

    private PolicyReview(ShopPolicy policy, int partsAtMost) {
        this.policy = policy;
        this.partsAtMost = partsAtMost;
        this.rules = policy.rules();
        this.extents = rules.stream().map(Extent::of).toList();
    }

    /** What is found, by row; a policy with an error among it is not to be set. */
    public static List<Finding> of(ShopPolicy policy) {
        return of(policy, Together.PARTS_AT_MOST);
    }

    static List<Finding> of(ShopPolicy policy, int partsAtMost) {
        PolicyReview review = new PolicyReview(policy, partsAtMost);
        review.switches();
        for (int i = 0; i < review.rules.size(); i++) {
            review.rule(i);
        }
        return List.copyOf(review.findings);
    }

    private void switches() {
        RefundSwitches refunds = policy.refunds();
        boolean limited =
                refunds.preShipAgreeOrderUnder() != null || !refunds.preShipAgreeExcept().isEmpty();
        if (limited && refunds.preShipAgreeUnder() == null) {
            findings.add(
                    new Finding(
                            WITHOUT_EFFECT,
                            "refunds.preShipAgreeUnder",
                            "",
                            "limits of pre-ship-agree are set, and it is not switched on"));
        }
    }

    private void rule(int index) {
        name(index);
        int before = findings.size();
        possible(index);
        if (findings.size() == before) {
            others(index);
            effect(index);
        }
    }

    private void name(int index) {
        String name = rules.get(index).name();
        if (name.isBlank()) {
            add(NO_NAME, index, "name", "has no name");
        }
        for (int i = 0; i < index && !name.isBlank(); i++) {
            if (rules.get(i).name().strip().equals(name.strip())) {
                add(NAME_TWICE, index, "name", "has the name of rule " + i);
                return;
            }
        }
    }

    private void possible(int index) {
        ShopRule rule = rules.get(index);
        Extent extent = extents.get(index);
        if (Extent.Range.refund(rule).empty()) {
            add(HOLDS_NEVER, index, "amountUnder", "leaves no amount: from is not less than under");
        }
        if (Extent.Range.order(rule).empty()) {
            add(
                    HOLDS_NEVER,
                    index,
                    "orderAmountUnder",
                    "leaves no order amount: from is not less than under");
        }
        if (Extent.Range.buyer(rule).empty()) {
            add(
                    HOLDS_NEVER,
                    index,
                    "buyerRefundsUnder",
                    "leaves no number of refunds: from is not less than under");
        }
        if (rule.kind() != null && extent.kind() != rule.kind()) {
            add(
                    HOLDS_NEVER,
                    index,
                    "kind",
                    "decides %s, which is for %s only"
                            .formatted(rule.decision(), RefundKind.REFUND_ONLY));
        }
        if (rule.shipped() != null
                && !rule.shipped().equals(extent.shipped())
                && extent.shipped() != null) {
            add(
                    HOLDS_NEVER,
                    index,
                    "shipped",
                    "is for orders not shipped, and its parcels or its decision need a shipped"
                            + " one");
        }
        if (!rule.stages().isEmpty() && extent.stages().isEmpty()) {
            add(
                    HOLDS_NEVER,
                    index,
                    "stages",
                    "decides %s, which is possible in none of its stages"
                            .formatted(rule.decision()));
        }
    }

    private void others(int index) {
        Extent extent = extents.get(index);
        for (int i = 0; i < index; i++) {
            if (extents.get(i).covers(extent)) {
                add(
                        NEVER_REACHED,
                        index,
                        "",
                        "is never asked: rule %d, %s, holds whenever it would"
                                .formatted(i, rules.get(i).name()));
                return;
            }
        }
        switch (Together.of(extents, index, partsAtMost)) {
            case Hidden(var by) -> hidden(index, by);
            case Unknown _ -> {
                add(
                        NOT_EXAMINED,
                        index,
                        "",
                        "may never be asked: so many rules before it meet it that it was not found"
                                + " out whether they leave anything");
                overlaps(index, extent);
            }
            case Reached _ -> overlaps(index, extent);
        }
    }

    private void hidden(int index, List<Integer> by) {
        String names =
                by.stream()
                        .limit(RULES_NAMED)
                        .map(i -> i + ", " + rules.get(i).name())
                        .collect(Collectors.joining("; "));
        String more =
                by.size() <= RULES_NAMED ? "" : "; and %d more".formatted(by.size() - RULES_NAMED);
        add(
                NEVER_REACHED,
                index,
                "",
                "is never asked: one of the rules %s%s holds whenever it would"
                        .formatted(names, more));
    }

    /** An exception before the rule it is one of is what order is for. */
    private void overlaps(int index, Extent extent) {
        for (int i = 0; i < index; i++) {
            Extent earlier = extents.get(i);
            boolean told =
                    findings.stream().filter(it -> it.problem() == OVERLAP).count()
                            >= OVERLAPS_TOLD;
            if (!told
                    && rules.get(i).decision() != rules.get(index).decision()
                    && earlier.meets(extent)
                    && !extent.covers(earlier)) {
                add(
                        OVERLAP,
                        index,
                        "",
                        "decides %s, and rule %d, %s, decides %s for a part of it first"
                                .formatted(
                                        rules.get(index).decision(),
                                        i,
                                        rules.get(i).name(),
                                        rules.get(i).decision()));
            }
        }
    }

    private void effect(int index) {
        ShopRule rule = rules.get(index);
        if (extents.get(index).everything()) {
            add(
                    HOLDS_ALWAYS,
                    index,
                    "",
                    "asks nothing: no later row is ever asked, nor the platform's");
        }
        if (rule.decision() == Decision.INTERCEPT) {
            interception(index, rule);
        }
    }

    private void interception(int index, ShopRule rule) {
        InterceptionTerms terms = policy.interception();
        if (!terms.normalOperation() || terms.agreement().isEmpty()) {
            add(
                    WITHOUT_EFFECT,
                    index,
                    "decision",
                    "intercepts, and no agreement is signed or the shop is not in normal"
                            + " operation");
        } else if (terms.waybillCouriers().isEmpty()
                || (!rule.couriers().isEmpty()
                        && rule.couriers().stream().noneMatch(terms.waybillCouriers()::contains))) {
            add(
                    WITHOUT_EFFECT,
                    index,
                    "couriers",
                    "intercepts, and the platform's e-waybill is enabled for none of its couriers");
        }
    }

    private void add(Problem problem, int index, String field, String what) {
        String name = rules.get(index).name();
        String path = "rules[" + index + "]" + (field.isEmpty() ? "" : "." + field);
        findings.add(
                new Finding(problem, path, name, "rule %d, %s, %s".formatted(index, name, what)));
    }
}
