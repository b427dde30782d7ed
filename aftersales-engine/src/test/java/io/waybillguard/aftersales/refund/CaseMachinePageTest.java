package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.refund.CaseMachineTest.EVENTS;
import static io.waybillguard.aftersales.refund.CaseMachineTest.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page in {@code docs/case-machine.md}: every state and event in many circumstances, and where
 * they led; run with {@code -Dcases.write=true} to write it anew.
 */
class CaseMachinePageTest {

    private static final Path PAGE = Path.of("../docs/case-machine.md");
    private static final RefundTable TABLE = new RefundTable(Limits.DEFAULT, Agreements.DEFAULT);
    private static final List<DayCap> DAYS = List.of(DayCap.SHOP, DayCap.BUYER);
    private static final String HEAD =
            """
            # How a refund case goes

            Made from the code: every state was shown every event in many circumstances (orders, parcels, shops' policies), and this is
            where they led, with the reasons that `aftersales.case-moved.v1` and `aftersales.case-closed.v1` tell. What is not here is ignored and counted
            in `refund_events_ignored_total{state,event}`. Why offers and changes are as they are: [decision 016](decisions/016-offers-and-changes.md);
            why what a rule pays first asks the platform's caps of the day: [decision 020](decisions/020-caps-of-a-day.md).

            """;

    private record Way(CaseState from, CaseState to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int byFrom = from.compareTo(other.from);
            return byFrom == 0 ? to.compareTo(other.to) : byFrom;
        }
    }

    private final Map<Way, Set<MoveReason>> ways = new TreeMap<>();
    private final Map<CaseState, Set<MoveReason>> opened = new TreeMap<>();
    private final Map<CaseState, Set<String>> heard = new TreeMap<>();

    @Test
    void thePageShowsWhatTheMachineDoes() throws IOException {
        drive();
        String page = HEAD + diagram() + table();
        if (Boolean.getBoolean("cases.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void noCaseRestsWithoutADeadlineOrSomebodyWhoMustActInAnyCircumstances() {
        drive();

        assertThat(ways).isNotEmpty();
        assertThat(heard.keySet()).contains(CaseState.values());
    }

    private void drive() {
        for (Circumstances c : circumstances()) {
            RefundRequest asked = STATES.getFirst().file().request();
            open(asked, c);
            open(returning(asked), c);
            for (RefundCase state : states()) {
                for (CaseEvent event : events()) {
                    step(state, event, c);
                }
            }
        }
    }

    private void open(RefundRequest asked, Circumstances c) {
        Transition open = Steps.open(RefundFile.of(asked), c);
        for (Effect effect : open.effects()) {
            if (effect instanceof Effect.Moved(var because)) {
                opened.computeIfAbsent(open.next().state(), _ -> new TreeSet<>()).add(because);
            }
        }
    }

    private void step(RefundCase state, CaseEvent event, Circumstances c) {
        Transition step = CaseMachine.on(state, event, c);
        Set<String> events = heard.computeIfAbsent(state.state(), _ -> new TreeSet<>());
        if (step.ignored()) {
            return;
        }
        RefundCase next = step.next();
        assertThat(
                        next.state() == CaseState.CLOSED
                                || next.deadline() != null
                                || next.actor() != Actor.NOBODY)
                .as(state + " + " + event + " rests for ever")
                .isTrue();
        if (!next.equals(state) || !step.effects().isEmpty()) {
            events.add(event.getClass().getSimpleName());
        }
        step.effects().forEach(effect -> reason(effect, new Way(state.state(), next.state())));
    }

    private void reason(Effect effect, Way way) {
        switch (effect) {
            case Effect.Moved(var because) -> told(way, because);
            case Effect.Ended(_, var because, _) -> told(way, because);
            case Effect.Decided _,
                    Effect.DecidedAnew _,
                    Effect.Reminded _,
                    Effect.PayOut _,
                    Effect.AskDay _,
                    Effect.AskBook _,
                    Effect.Booked _,
                    Effect.GiveBack _,
                    Effect.Intercept _,
                    Effect.AskAgain _,
                    Effect.LetGo _ -> {
                // no move
            }
        }
    }

    private void told(Way way, MoveReason because) {
        ways.computeIfAbsent(way, _ -> new TreeSet<>()).add(because);
    }

    private static List<RefundCase> states() {
        List<RefundCase> all = new ArrayList<>();
        for (RefundCase state : STATES) {
            RefundFile file = state.file();
            all.add(state);
            all.add(state.with(file.handedToPeople()));
            all.add(state.with(file.declinedByPayment()));
            all.add(notReminded(state));
            all.add(state.with(RefundFile.of(file.request())));
            all.add(state.with(RefundFile.of(returning(file.request()))));
        }
        RefundFile file = STATES.getFirst().file();
        all.add(offered(new RefundCase.AwaitingRejection(file, NOON, NOON, true), true));
        all.add(offered(new RefundCase.AwaitingReturn(file, NOON, NOON), true));
        return all;
    }

    private static RefundCase offered(RefundCase before, boolean reminded) {
        Offer goods =
                new Offer(new OfferId("of-0"), OfferKind.RESHIPMENT, null, NOON.plusSeconds(1));
        return new RefundCase.Offered(before, goods, NOON, NOON, reminded);
    }

    private static RefundRequest returning(RefundRequest asked) {
        return new RefundRequest(
                asked.id(),
                RefundKind.RETURN_AND_REFUND,
                asked.amount(),
                asked.reason(),
                asked.evidence(),
                asked.askedAt());
    }

    private static List<CaseEvent> events() {
        List<CaseEvent> all = new ArrayList<>(EVENTS);
        RefundRequest asked = STATES.getFirst().file().request();
        all.add(new CaseEvent.BuyerChanged(returning(asked)));
        all.add(new CaseEvent.ShopRefused(null));
        return all;
    }

    private static RefundCase notReminded(RefundCase state) {
        return switch (state) {
            case RefundCase.Manual(var file, var remindAt, var answerBy, _, _, _) ->
                    new RefundCase.Manual(file, remindAt, answerBy, false, false, false);
            case RefundCase.AwaitingRejection(var file, var remindAt, var refundAt, _) ->
                    new RefundCase.AwaitingRejection(file, remindAt, refundAt, false);
            case RefundCase.Intercepting(
                            var file,
                            var accepted,
                            var askAt,
                            _,
                            var requestedAt,
                            var since) ->
                    new RefundCase.Intercepting(file, accepted, askAt, NOON, requestedAt, since);
            case RefundCase.Offered(var before, _, _, _, _) -> offered(before, false);
            default -> state;
        };
    }

    private static List<Circumstances> circumstances() {
        List<Circumstances> all = new ArrayList<>();
        for (OrderFacts order : orders()) {
            for (APolicy policy : policies()) {
                for (Money commanded : List.of(Money.ZERO, Money.yuan(100))) {
                    all.add(circumstances(order, policy, commanded, List.of()));
                    all.add(circumstances(order, policy, commanded, DAYS));
                }
            }
        }
        return all;
    }

    private static Circumstances circumstances(
            OrderFacts order, APolicy policy, Money commanded, List<DayCap> capped) {
        return new Circumstances(
                order,
                commanded,
                file -> {
                    RefundQuestion question =
                            new RefundQuestion(
                                    file.request(),
                                    order,
                                    commanded,
                                    List.of(),
                                    Set.of(),
                                    Set.of(),
                                    policy.build(),
                                    NOON,
                                    file.history());
                    Verdict verdict = TABLE.decide(question);
                    HeldBack heldBack =
                            question.lacksHistory() ? HeldBack.historyUnknown() : file.heldBack();
                    return new Ruling(
                            question, heldBack == null ? verdict : heldBack.over(verdict));
                },
                CaseTerms.DEFAULT,
                capped,
                NOON);
    }

    private static List<OrderFacts> orders() {
        List<OrderFacts> all = new ArrayList<>();
        all.add(OrderFacts.unknown(ORDER));
        all.add(anOrder().facts());
        for (Stage stage : Stage.values()) {
            all.add(anOrder().shippedAndNow(stage).facts());
        }
        all.add(anOrder().of(Money.yuan(80)).shippedAndNow(Stage.IN_TRANSIT).facts());
        all.add(
                anOrder()
                        .shippedAndNow(Stage.IN_TRANSIT)
                        .stalled(StallKind.IN_TRANSIT, StallLevel.SUSPECTED_LOST)
                        .facts());
        all.add(
                anOrder()
                        .shippedAndNow(Stage.SIGNED)
                        .facts()
                        .with(
                                AnOrder.milestone(
                                        ParcelId.of("SF", "BACK0"),
                                        ParcelRole.RETURN,
                                        Stage.SIGNED,
                                        1,
                                        NOON)));
        return all;
    }

    private static List<APolicy> policies() {
        return List.of(
                aPolicy(),
                aPolicy().rejectThenRefund(),
                aPolicy().fastRefund().lostInTransitCap(Money.yuan(100)).sevenDayReturn(),
                aPolicy().postShipReturnUnder(Money.yuan(200)),
                aPolicy()
                        .rejectThenRefund()
                        .rule(APolicy.ofBuyers("new", Decision.AUTO_REFUND, null, 1)),
                aPolicy().intercepts("2024-02", "ZTO").rejectThenRefund());
    }

    private String diagram() {
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        opened.forEach((state, because) ->
                text.append("    [*] --> %s: %s\n".formatted(state, words(because))));
        ways.forEach((way, reasons) ->
                text.append("    %s --> %s: %s\n".formatted(way.from(), way.to(), words(reasons))));
        return text.append("    CLOSED --> [*]\n```\n").toString();
    }

    private static String words(Set<MoveReason> reasons) {
        return reasons.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private String table() {
        return "\n## What each state answers to\n\n| state | events |\n|---|---|\n"
                + heard.entrySet().stream()
                        .map(entry ->
                                "| %s | %s |\n"
                                        .formatted(
                                                entry.getKey(),
                                                String.join(", ", entry.getValue())))
                        .collect(Collectors.joining());
    }
}
