package io.waybillguard.events.policy;

import static io.waybillguard.events.policy.Finding.Problem.HOLDS_ALWAYS;
import static io.waybillguard.events.policy.Finding.Problem.HOLDS_NEVER;
import static io.waybillguard.events.policy.Finding.Problem.NAME_TWICE;
import static io.waybillguard.events.policy.Finding.Problem.NEVER_REACHED;
import static io.waybillguard.events.policy.Finding.Problem.NO_NAME;
import static io.waybillguard.events.policy.Finding.Problem.OVERLAP;
import static io.waybillguard.events.policy.Finding.Problem.WITHOUT_EFFECT;
import static io.waybillguard.events.refund.Decision.APPROVE_RETURN;
import static io.waybillguard.events.refund.Decision.AUTO_REFUND;
import static io.waybillguard.events.refund.Decision.INTERCEPT;
import static io.waybillguard.events.refund.Decision.MANUAL;
import static io.waybillguard.events.refund.Decision.REJECT_THEN_REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.Finding.Problem;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ShopId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReviewTest {

    private static final InterceptionTerms TERMS =
            new InterceptionTerms(true, "2024-02", Set.of(new CourierCode("ZTO")));

    /** Rules as a shop writes them, and what is found of the last. */
    record Line(String name, @Nullable Problem problem, String field, List<ShopRule> rules) {
        @Override
        public String toString() {
            return name + " -> " + problem;
        }
    }

    static Stream<Line> neverHolding() {
        return Stream.of(
                never(
                        "an amount from its limit",
                        "amountUnder",
                        "AUTO_REFUND",
                        "amountFrom:5",
                        "amountUnder:5"),
                never("under nothing", "amountUnder", "MANUAL", "amountUnder:0"),
                never(
                        "no order amount",
                        "orderAmountUnder",
                        "MANUAL",
                        "orderAmountFrom:9",
                        "orderAmountUnder:8"),
                never(
                        "no number of the buyer's refunds",
                        "buyerRefundsUnder",
                        "MANUAL",
                        "buyerRefundsFrom:3",
                        "buyerRefundsUnder:3"),
                never(
                        "an interception of a return",
                        "kind",
                        "INTERCEPT",
                        "kind:\"RETURN_AND_REFUND\""),
                never(
                        "a return that is refused",
                        "kind",
                        "REJECT_THEN_REFUND",
                        "kind:\"RETURN_AND_REFUND\""),
                never(
                        "a return of what has not shipped",
                        "shipped",
                        "APPROVE_RETURN",
                        "shipped:false"),
                never(
                        "stages of what has not shipped",
                        "shipped",
                        "MANUAL",
                        "shipped:false",
                        "stages:[\"SIGNED\"]"),
                never(
                        "a courier of what has not shipped",
                        "shipped",
                        "MANUAL",
                        "shipped:false",
                        "couriers:[\"SF\"]"),
                never(
                        "a stall of what has not shipped",
                        "shipped",
                        "MANUAL",
                        "shipped:false",
                        "stallLevels:[\"STALLED\"]"),
                never(
                        "an interception after delivery",
                        "stages",
                        "INTERCEPT",
                        "stages:[\"SIGNED\",\"STORED\"]"),
                never(
                        "a refusal before the pickup",
                        "stages",
                        "REJECT_THEN_REFUND",
                        "stages:[\"REGISTERED\"]"));
    }

    static Stream<Line> pairs() {
        ShopRule small = rule("small", AUTO_REFUND, "amountUnder:100");
        ShopRule zhejiang = rule("zj", MANUAL, "regions:[{\"province\":\"浙江\"}]");
        return Stream.of(
                line(
                        "narrower after wider",
                        NEVER_REACHED,
                        "",
                        small,
                        rule("b", MANUAL, "amountUnder:50")),
                line(
                        "the same again",
                        NEVER_REACHED,
                        "",
                        small,
                        rule("b", MANUAL, "amountUnder:100")),
                line("a fen wider", null, "", small, rule("b", MANUAL, "amountUnder:101")),
                line(
                        "wider after narrower is what order is for",
                        null,
                        "",
                        small,
                        rule("b", MANUAL)),
                line("apart", null, "", small, rule("b", MANUAL, "amountFrom:100")),
                line(
                        "a part",
                        OVERLAP,
                        "",
                        small,
                        rule("b", MANUAL, "amountFrom:50", "amountUnder:200")),
                line(
                        "a part with one decision",
                        null,
                        "",
                        small,
                        rule("b", AUTO_REFUND, "amountFrom:50")),
                line(
                        "a city of a province before",
                        NEVER_REACHED,
                        "",
                        zhejiang,
                        rule("b", AUTO_REFUND, "regions:[{\"province\":\"浙江省\",\"city\":\"杭州\"}]")),
                line(
                        "stages with a decision that demands them",
                        NEVER_REACHED,
                        "",
                        rule(
                                "a",
                                MANUAL,
                                "stages:[\"COLLECTED\",\"IN_TRANSIT\",\"AT_DESTINATION\"]"),
                        rule("b", INTERCEPT)),
                line(
                        "what an earlier decision demands besides is not implied",
                        OVERLAP,
                        "",
                        rule("a", INTERCEPT),
                        rule("b", AUTO_REFUND, "stages:[\"COLLECTED\"]", "kind:\"REFUND_ONLY\"")),
                line(
                        "an interception after a refusal that is always possible with it",
                        NEVER_REACHED,
                        "",
                        rule("a", REJECT_THEN_REFUND),
                        rule("b", INTERCEPT)),
                line(
                        "a return needs a shipped order",
                        null,
                        "",
                        rule("a", APPROVE_RETURN),
                        rule("b", MANUAL, "shipped:false")),
                line(
                        "buyers with more refunds",
                        NEVER_REACHED,
                        "",
                        rule("a", MANUAL, "buyerRefundsFrom:3"),
                        rule("b", AUTO_REFUND, "buyerRefundsFrom:3")),
                line(
                        "buyers with one refund less",
                        OVERLAP,
                        "",
                        rule("a", MANUAL, "buyerRefundsFrom:3"),
                        rule("b", AUTO_REFUND, "buyerRefundsFrom:2", "buyerRefundsUnder:9")),
                line(
                        "other buyers",
                        null,
                        "",
                        rule("a", MANUAL, "buyerRefundsFrom:3"),
                        rule("b", AUTO_REFUND, "buyerRefundsUnder:3")),
                line("after everything", NEVER_REACHED, "", rule("a", MANUAL), small),
                line("everything, last", HOLDS_ALWAYS, "", small, rule("b", MANUAL)),
                line(
                        "two of a name",
                        NAME_TWICE,
                        "name",
                        small,
                        rule(" small", MANUAL, "amountFrom:100")),
                line("no name", NO_NAME, "name", rule(" ", MANUAL, "amountUnder:3")),
                line(
                        "an interception without e-waybill",
                        WITHOUT_EFFECT,
                        "couriers",
                        rule("b", INTERCEPT, "couriers:[\"SF\"]")));
    }

    @ParameterizedTest
    @MethodSource({"neverHolding", "pairs"})
    void theLastRuleIsFoundOut(Line line) {
        List<Finding> findings = PolicyReview.of(policy(TERMS, line.rules()));
        int last = line.rules().size() - 1;

        if (line.problem() == null) {
            assertThat(findings).filteredOn(it -> it.problem() != HOLDS_ALWAYS).isEmpty();
        } else {
            String field = line.field().isEmpty() ? "" : "." + line.field();
            assertThat(findings)
                    .anySatisfy(found -> {
                        assertThat(found.problem()).isEqualTo(line.problem());
                        assertThat(found.field()).isEqualTo("rules[" + last + "]" + field);
                        assertThat(found.row()).isEqualTo(line.rules().get(last).name());
                        assertThat(found.message()).startsWith("rule " + last + ", " + found.row());
                    });
        }
    }

    @Test
    void limitsOfAStrategyThatIsOffAreTold() {
        ShopPolicy policy =
                new ShopPolicy(
                        new ShopId("shop-1"),
                        1,
                        new RefundSwitches(
                                false, null, false, null, false, false, null, Money.yuan(9), null),
                        InterceptionTerms.NONE,
                        List.of(),
                        NoticeTerms.DEFAULT);

        assertThat(PolicyReview.of(policy))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).isEqualTo(WITHOUT_EFFECT));
    }

    @Test
    void anInterceptionWithoutAnAgreementIsAWarning() {
        ShopPolicy policy = policy(InterceptionTerms.NONE, List.of(rule("stop", INTERCEPT)));

        assertThat(PolicyReview.of(policy))
                .singleElement()
                .satisfies(found -> assertThat(found.isError()).isFalse());
    }

    @Test
    void ofManyOverlapsFiftyAreTold() {
        List<ShopRule> rules = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String range = "amountFrom:" + (i + 1);
            rules.add(rule("m" + i, MANUAL, range, "amountUnder:" + (1000 + i)));
            rules.add(
                    rule(
                            "a" + i,
                            AUTO_REFUND,
                            "orderAmountFrom:" + (i + 1),
                            range,
                            "amountUnder:" + (2000 + i)));
        }

        assertThat(PolicyReview.of(policy(TERMS, rules)))
                .filteredOn(it -> it.problem() == OVERLAP)
                .hasSize(50);
    }

    private static ShopPolicy policy(InterceptionTerms terms, List<ShopRule> rules) {
        return new ShopPolicy(
                new ShopId("shop-1"), 1, RefundSwitches.NONE, terms, rules, NoticeTerms.DEFAULT);
    }

    private static Line never(String name, String field, String decision, String... asked) {
        ShopRule rule = rule("r", Decision.valueOf(decision), asked);
        return new Line(name, HOLDS_NEVER, field, List.of(rule));
    }

    private static Line line(
            String name, @Nullable Problem problem, String field, ShopRule... rules) {
        return new Line(name, problem, field, List.of(rules));
    }

    /** Asks what is told as {@code property:JSON}. */
    private static ShopRule rule(String name, Decision decision, String... asked) {
        String conditions =
                Arrays.stream(asked)
                        .map(it -> ", \"" + it.replaceFirst(":", "\": "))
                        .collect(Collectors.joining());
        String event =
                """
                {"type": "shop.policy-set.v1", "at": "2026-11-01T08:30:00Z",
                 "policy": {"shopId": "shop-1", "version": 1,
                   "refunds": {"fastRefund": false, "smallAmount": false,
                               "rejectThenRefund": false, "sevenDayReturn": false},
                   "interception": {"normalOperation": true},
                   "rules": [{"name": "%s", "decision": "%s"%s}],
                   "notices": {"language": "ZH"}}}
                """
                        .formatted(name, decision, conditions);
        Read<PolicyEvent> read =
                EventJson.read(PolicyEvent.class, event.getBytes(StandardCharsets.UTF_8));
        return ((PolicyEvent.ShopPolicySet) ((Read.Event<PolicyEvent>) read).value())
                .policy()
                .rules()
                .getFirst();
    }
}
