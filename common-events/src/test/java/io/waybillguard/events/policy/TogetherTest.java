package io.waybillguard.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.Finding.Problem;
import io.waybillguard.events.policy.Together.Fate;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TogetherTest {

    private static final int POLICIES = 500;

    @Test
    void twoHalvesHideTheWhole() {
        List<ShopRule> rules =
                List.of(
                        new Asked().called("small").under(5).rule(Decision.AUTO_REFUND),
                        new Asked().called("late").reason(RefundReason.LATE).rule(Decision.MANUAL),
                        new Asked().called("large").from(5).rule(Decision.MANUAL),
                        new Asked()
                                .called("never")
                                .kind(RefundKind.REFUND_ONLY)
                                .rule(Decision.AUTO_REFUND));

        assertThat(fate(rules)).isEqualTo(new Fate.Hidden(List.of(0, 2)));
        assertThat(PolicyReview.of(policy(rules)))
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.problem()).isEqualTo(Problem.NEVER_REACHED);
                    assertThat(found.field()).isEqualTo("rules[3]");
                    assertThat(found.message())
                            .endsWith(
                                    "is never asked: one of the rules 0, small; 2, large holds"
                                            + " whenever it would");
                });
    }

    @Test
    void aGapOfOneFenIsEnough() {
        assertThat(
                        fate(
                                List.of(
                                        new Asked().under(5).rule(Decision.AUTO_REFUND),
                                        new Asked().from(6).rule(Decision.MANUAL),
                                        new Asked().rule(Decision.AUTO_REFUND))))
                .isEqualTo(new Fate.Reached());
    }

    @Test
    void fewRefundsAndManyAreAll() {
        List<ShopRule> fewAndMany =
                List.of(
                        new Asked().buyerRefunds(null, 2).rule(Decision.AUTO_REFUND),
                        new Asked().buyerRefunds(2, null).rule(Decision.MANUAL));
        List<ShopRule> fewAndMore =
                List.of(
                        fewAndMany.getFirst(),
                        new Asked().buyerRefunds(3, null).rule(Decision.MANUAL));

        assertThat(fate(and(fewAndMany, new Asked().rule(Decision.AUTO_REFUND))))
                .isEqualTo(new Fate.Hidden(List.of(0, 1)));
        assertThat(fate(and(fewAndMore, new Asked().rule(Decision.AUTO_REFUND))))
                .isEqualTo(new Fate.Reached());
    }

    @Test
    void parcelsInDifferentStagesAreNeitherInTheOneNorInTheOther() {
        List<ShopRule> rules =
                List.of(
                        new Asked().stages(Stage.COLLECTED).rule(Decision.MANUAL),
                        new Asked()
                                .stages(Stage.IN_TRANSIT, Stage.AT_DESTINATION)
                                .rule(Decision.MANUAL));

        assertThat(fate(and(rules, new Asked().rule(Decision.INTERCEPT))))
                .as("of one parcel")
                .isEqualTo(new Fate.Hidden(List.of(0, 1)));
        assertThat(
                        fate(
                                and(
                                        rules,
                                        new Asked()
                                                .stages(Stage.COLLECTED, Stage.IN_TRANSIT)
                                                .rule(Decision.AUTO_REFUND))))
                .as("of several")
                .isEqualTo(new Fate.Reached());
    }

    @Test
    void whatIsTooMuchToFindOutIsSaid() {
        List<ShopRule> rules =
                List.of(
                        new Asked().called("small").under(5).rule(Decision.AUTO_REFUND),
                        new Asked().called("large").from(5).rule(Decision.MANUAL),
                        new Asked()
                                .called("never")
                                .kind(RefundKind.REFUND_ONLY)
                                .rule(Decision.AUTO_REFUND));

        assertThat(Together.of(extents(rules), 2, 2)).isEqualTo(new Fate.Unknown());
        assertThat(PolicyReview.of(policy(rules), 2))
                .filteredOn(found -> found.problem() == Problem.NOT_EXAMINED)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.isError()).isFalse();
                    assertThat(found.field()).isEqualTo("rules[2]");
                });
    }

    @Test
    void aHundredRulesThatHideNothingAreReadThrough() {
        List<ShopRule> rules =
                new ArrayList<>(
                        IntStream.range(0, 99)
                                .mapToObj(i ->
                                        new Asked()
                                                .category("c" + i)
                                                .courier("C" + i)
                                                .region(Region.of("R" + i))
                                                .reason(RefundReason.values()[i % 9])
                                                .rule(Decision.MANUAL))
                                .toList());
        rules.add(new Asked().rule(Decision.AUTO_REFUND));

        assertThat(fate(rules)).isEqualTo(new Fate.Reached());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20261124, -77})
    void aRuleIsHiddenWhenNoRequestIsLeftToIt(long seed) {
        Random random = new Random(seed);
        int hidden = 0;
        int byOne = 0;
        for (int i = 0; i < POLICIES; i++) {
            Made made = new Made(random);
            List<ShopRule> rules = made.rules();
            int last = rules.size() - 1;
            boolean left =
                    made.requests().stream()
                            .anyMatch(request ->
                                    request.isFor(rules.get(last))
                                            && rules.subList(0, last).stream()
                                                    .noneMatch(request::isFor));
            Fate fate = fate(rules);
            assertThat(fate instanceof Fate.Reached).as("%s: %s", fate, rules).isEqualTo(left);
            if (fate instanceof Fate.Hidden(var by)) {
                hidden++;
                byOne += by.size() < 2 ? 1 : 0;
                assertThat(made.requests())
                        .as("%s: %s", by, rules)
                        .noneMatch(request ->
                                request.isFor(rules.get(last))
                                        && by.stream().map(rules::get).noneMatch(request::isFor));
            }
        }
        assertThat(hidden - byOne).as("hidden by several").isGreaterThan(2);
        assertThat(POLICIES - hidden).isGreaterThan(POLICIES / 10);
    }

    /** One request with its order, as far as rules ask. */
    private record Request(
            boolean shipped,
            RefundKind kind,
            RefundReason reason,
            int amount,
            int orderAmount,
            Set<Stage> stages,
            Set<String> categories,
            Set<CourierCode> couriers,
            Set<Region> regions,
            Set<Span.Stall> stalls,
            int calm) {

        /** What no rule can ask for: at 1 the buyer can still refuse, at 2 the courier can stop. */
        private boolean isPossible() {
            boolean parcels = !stages.isEmpty() && !couriers.isEmpty();
            boolean none = stages.isEmpty() && couriers.isEmpty() && stalls.isEmpty();
            boolean one =
                    stages.size() == 1
                            && couriers.size() == 1
                            && regions.size() <= 1
                            && stalls.size() <= 1;
            return (shipped ? parcels : none && regions.size() <= 1 && calm == 0)
                    && (calm < 2 || one)
                    && (calm < 2 || Extent.STOPPABLE.containsAll(stages))
                    && (calm < 1 || Extent.UNSIGNED.containsAll(stages));
        }

        private boolean isFor(ShopRule rule) {
            return demanded(rule.decision())
                    && (rule.shipped() == null || rule.shipped() == shipped)
                    && (rule.kind() == null || rule.kind() == kind)
                    && (rule.reasons().isEmpty() || rule.reasons().contains(reason))
                    && among(amount, rule.amountFrom(), rule.amountUnder())
                    && among(orderAmount, rule.orderAmountFrom(), rule.orderAmountUnder())
                    && all(stages, rule.stages())
                    && all(categories, rule.categories())
                    && all(couriers, rule.couriers())
                    && everywhere(rule.regions())
                    && stalled(rule);
        }

        private boolean demanded(Decision decision) {
            return switch (decision) {
                case AUTO_REFUND, MANUAL -> true;
                case APPROVE_RETURN -> shipped;
                case REJECT_THEN_REFUND -> calm >= 1 && kind == RefundKind.REFUND_ONLY;
                case INTERCEPT -> calm == 2 && kind == RefundKind.REFUND_ONLY;
            };
        }

        private static boolean among(int fen, Money from, Money under) {
            return (from == null || fen >= from.fen()) && (under == null || fen < under.fen());
        }

        private static <T> boolean all(Set<T> seen, Set<T> asked) {
            return asked.isEmpty() || (!seen.isEmpty() && asked.containsAll(seen));
        }

        private boolean everywhere(Set<Region> asked) {
            return asked.isEmpty()
                    || (!regions.isEmpty()
                            && regions.stream()
                                    .allMatch(it -> asked.stream().anyMatch(a -> a.covers(it))));
        }

        private boolean stalled(ShopRule rule) {
            boolean asks = !rule.stallKinds().isEmpty() || !rule.stallLevels().isEmpty();
            return !asks
                    || stalls.stream()
                            .anyMatch(it ->
                                    (rule.stallKinds().isEmpty()
                                                    || rule.stallKinds().contains(it.kind()))
                                            && (rule.stallLevels().isEmpty()
                                                    || rule.stallLevels().contains(it.level())));
        }
    }

    /**
     * Random rules that ask for two or three sorts of things, and all requests that differ in them.
     */
    private static final class Made {

        private static final List<Stage> STAGES =
                List.of(Stage.COLLECTED, Stage.IN_TRANSIT, Stage.SIGNED);
        private static final List<Region> REGIONS =
                List.of(
                        Region.of("浙江"),
                        new Region("浙江", "杭州"),
                        new Region("浙江", "宁波市"),
                        Region.of("新疆"));
        private static final List<Span.Stall> STALLS =
                Arrays.stream(StallKind.values())
                        .flatMap(kind ->
                                Arrays.stream(StallLevel.values())
                                        .map(level -> new Span.Stall(kind, level)))
                        .toList();
        private static final int SORTS = 9;

        private final Random random;
        private final Set<Integer> sorts;
        private final List<ShopRule> rules = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();

        Made(Random random) {
            this.random = random;
            this.sorts =
                    random.ints(2 + random.nextInt(2), 0, SORTS)
                            .boxed()
                            .collect(Collectors.toSet());
            int earlier = 1 + random.nextInt(4);
            boolean special = random.nextInt(3) == 0;
            for (int i = 0; i <= earlier; i++) {
                rules.add(possible(special));
            }
            allRequests();
        }

        List<ShopRule> rules() {
            return rules;
        }

        List<Request> requests() {
            return requests;
        }

        private boolean asks(int sort) {
            return sorts.contains(sort) && random.nextInt(3) > 0;
        }

        private <T> Set<T> some(List<T> all) {
            Set<T> some =
                    all.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
            return some.isEmpty() ? Set.of(all.get(random.nextInt(all.size()))) : some;
        }

        /** One that says nothing that excludes itself. */
        private ShopRule possible(boolean special) {
            ShopRule rule = rule(special);
            boolean never =
                    PolicyReview.of(policy(List.of(rule))).stream().anyMatch(Finding::isError);
            return never ? possible(special) : rule;
        }

        private ShopRule rule(boolean special) {
            Asked asked = new Asked();
            if (asks(0)) {
                asked.shipped = random.nextBoolean();
            }
            if (asks(1)) {
                asked.kind(RefundKind.values()[random.nextInt(2)]);
            }
            if (asks(2)) {
                asked.reasons = some(List.of(RefundReason.values()));
            }
            if (asks(3)) {
                int from = random.nextInt(4);
                asked.from(from).under(from + 1 + random.nextInt(4));
            }
            if (asks(4)) {
                asked.orderFrom = Money.fen(random.nextInt(3));
            }
            if (asks(5)) {
                asked.stages = some(STAGES);
            }
            if (asks(6)) {
                asked.categories = some(List.of("a", "b"));
            }
            if (asks(7)) {
                asked.regions = some(REGIONS);
            }
            if (asks(8)) {
                asked.kinds = some(List.of(StallKind.values()));
                asked.levels = random.nextBoolean() ? Set.of() : some(List.of(StallLevel.values()));
            }
            if (sorts.contains(6) && random.nextInt(3) == 0) {
                asked.couriers = some(List.of(new CourierCode("ZTO"), new CourierCode("SF")));
            }
            Decision[] decisions = Decision.values();
            return asked.rule(
                    special ? decisions[random.nextInt(decisions.length)] : Decision.MANUAL);
        }

        private void allRequests() {
            for (boolean shipped : new boolean[] {true, false}) {
                for (int calm = 0; calm < 3; calm++) {
                    for (RefundKind kind : RefundKind.values()) {
                        for (RefundReason reason : among(2, List.of(RefundReason.values()))) {
                            for (int amount : among(3, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8))) {
                                for (int order : among(4, List.of(0, 1, 2, 3))) {
                                    parcels(
                                            new Request(
                                                    shipped, kind, reason, amount, order, Set.of(),
                                                    Set.of(), Set.of(), Set.of(), Set.of(), calm));
                                }
                            }
                        }
                    }
                }
            }
        }

        private void parcels(Request plain) {
            List<Stage> stages = new ArrayList<>(STAGES);
            stages.add(Stage.AT_DESTINATION);
            for (Set<Stage> ofStages : sets(5, stages, plain.shipped() ? 4 : 0)) {
                for (Set<String> goods : sets(6, List.of("a", "b", "c"), 3)) {
                    for (Set<CourierCode> couriers : couriers(plain)) {
                        for (Set<Region> regions : regions(plain)) {
                            for (Set<Span.Stall> stalls : sets(8, STALLS, 1)) {
                                Request request =
                                        new Request(
                                                plain.shipped(),
                                                plain.kind(),
                                                plain.reason(),
                                                plain.amount(),
                                                plain.orderAmount(),
                                                ofStages,
                                                goods,
                                                couriers,
                                                regions,
                                                stalls,
                                                plain.calm());
                                if (request.isPossible()) {
                                    requests.add(request);
                                }
                            }
                        }
                    }
                }
            }
        }

        private List<Set<CourierCode>> couriers(Request plain) {
            List<CourierCode> all =
                    List.of(new CourierCode("ZTO"), new CourierCode("SF"), new CourierCode("YTO"));
            return sorts.contains(6)
                    ? sets(6, all, 3)
                    : List.of(plain.shipped() ? Set.of(all.getLast()) : Set.of());
        }

        private List<Set<Region>> regions(Request plain) {
            List<Region> all = new ArrayList<>(REGIONS);
            all.add(Region.of("云南"));
            return sets(7, all, plain.shipped() ? 4 : 1);
        }

        private <T> List<T> among(int sort, List<T> all) {
            return sorts.contains(sort) ? all : List.of(all.getFirst());
        }

        /** All of at most so many; where rules do not ask, none and the last. */
        private <T> List<Set<T>> sets(int sort, List<T> all, int atMost) {
            if (!sorts.contains(sort)) {
                return sort == 5 && atMost > 0
                        ? all.stream().map(Set::of).toList()
                        : List.of(Set.of());
            }
            List<Set<T>> sets = new ArrayList<>();
            for (int mask = 0; mask < 1 << all.size(); mask++) {
                if (Integer.bitCount(mask) <= atMost) {
                    int bits = mask;
                    sets.add(
                            IntStream.range(0, all.size())
                                    .filter(i -> (bits & (1 << i)) != 0)
                                    .mapToObj(all::get)
                                    .collect(Collectors.toSet()));
                }
            }
            return sets;
        }
    }

    /** What a rule asks, in the making. */
    private static final class Asked {
        private String name = "r";
        private Boolean shipped;
        private RefundKind kind;
        private Money from;
        private Money under;
        private Money orderFrom;
        private Set<RefundReason> reasons = Set.of();
        private Set<Stage> stages = Set.of();
        private Set<String> categories = Set.of();
        private Set<CourierCode> couriers = Set.of();
        private Set<Region> regions = Set.of();
        private Set<StallKind> kinds = Set.of();
        private Set<StallLevel> levels = Set.of();
        private Integer refundsFrom;
        private Integer refundsUnder;

        Asked buyerRefunds(Integer least, Integer limit) {
            refundsFrom = least;
            refundsUnder = limit;
            return this;
        }

        Asked called(String own) {
            name = own;
            return this;
        }

        Asked kind(RefundKind only) {
            kind = only;
            return this;
        }

        Asked from(long fen) {
            from = Money.fen(fen);
            return this;
        }

        Asked under(long fen) {
            under = Money.fen(fen);
            return this;
        }

        Asked reason(RefundReason only) {
            reasons = Set.of(only);
            return this;
        }

        Asked stages(Stage... all) {
            stages = Set.of(all);
            return this;
        }

        Asked category(String only) {
            categories = Set.of(only);
            return this;
        }

        Asked courier(String only) {
            couriers = Set.of(new CourierCode(only));
            return this;
        }

        Asked region(Region only) {
            regions = Set.of(only);
            return this;
        }

        ShopRule rule(Decision decision) {
            return new ShopRule(
                    name,
                    shipped,
                    stages,
                    kind,
                    from,
                    under,
                    categories,
                    reasons,
                    kinds,
                    decision,
                    "",
                    orderFrom,
                    null,
                    levels,
                    couriers,
                    regions,
                    refundsFrom,
                    refundsUnder);
        }
    }

    private static Fate fate(List<ShopRule> rules) {
        return Together.of(extents(rules), rules.size() - 1, Together.PARTS_AT_MOST);
    }

    private static List<Extent> extents(List<ShopRule> rules) {
        return rules.stream().map(Extent::of).toList();
    }

    private static List<ShopRule> and(List<ShopRule> rules, ShopRule last) {
        List<ShopRule> all = new ArrayList<>(rules);
        all.add(last);
        return all;
    }

    private static ShopPolicy policy(List<ShopRule> rules) {
        return new ShopPolicy(
                new ShopId("shop-1"),
                1,
                RefundSwitches.NONE,
                InterceptionTerms.NONE,
                rules,
                NoticeTerms.DEFAULT);
    }
}
