package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings in which everything holds, each part of which a test can spoil. */
final class Finding {

    static final RefundId REFUND = new RefundId("rf-t-1-0");
    static final OrderId ORDER = new OrderId("t-1");
    static final InterceptionId STOPPED = new InterceptionId("ic-rf-t-2-0");
    static final InterceptionId MISSED = new InterceptionId("ic-rf-t-3-0");
    static final Money PRICE = Money.yuan(129);
    static final ParcelId MOVING = ParcelId.of("ZTO", "T1");
    static final String WEBHOOKS = "courier.webhooks.v1.dlt";
    static final RefundId PART_TAKEN = new RefundId("rf-t-4-0");
    static final RefundId PART_DECLINED = new RefundId("rf-t-5-0");
    static final RefundId GOODS_TAKEN = new RefundId("rf-t-6-0");
    static final Money PART = Money.yuan(45);
    static final Decided BY_PEOPLE = new Decided(Decision.MANUAL, "otherwise");
    static final Decided EXPECTED = new Decided(Decision.AUTO_REFUND, "fast-refund");

    final List<String> troubles = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> unsettled = new ArrayList<>();
    final Map<ParcelId, Stage> stages = new HashMap<>();
    final Map<ParcelId, List<Halt>> raised = new HashMap<>();
    final Set<Halt> halts = new HashSet<>();
    final Set<ParcelId> open = new HashSet<>();
    final List<Bargain> bargains = new ArrayList<>();
    final Map<ParcelId, Foreseen> foreseen = new HashMap<>();
    final Map<RefundId, List<Decided>> decisions = new HashMap<>();
    final Set<RefundId> toIntercept = new HashSet<>(Set.of(STOPPED.refund(), MISSED.refund()));
    final Map<RefundId, CaseState> states = new HashMap<>();
    final Map<RefundId, List<CaseEnd>> ends = new HashMap<>();
    final List<String> early = new ArrayList<>();
    final Map<RefundId, List<Money>> commanded = new HashMap<>();
    final Map<RefundId, List<Money>> paid = new HashMap<>();
    final Set<InterceptionId> interceptions = new HashSet<>(Set.of(STOPPED, MISSED));
    final Map<InterceptionId, InterceptionAnswer> answers = new HashMap<>();
    final List<Asked> asked = new ArrayList<>(List.of(asked(REFUND, EXPECTED)));
    final List<Books.Refund> book = new ArrayList<>();
    final List<Books.Interception> couriersBook = new ArrayList<>();
    final List<String> messages = new ArrayList<>(List.of("n1", "n2"));
    final List<String> noticesSent = new ArrayList<>(messages);
    final Set<String> noticesFailed = new HashSet<>();
    final Map<String, Long> deadLetters = new HashMap<>(Map.of(WEBHOOKS, 2L));
    int orders = 20;
    int overtaken = 2;
    Post.Sent sent = new Post.Sent(10, 2, 0, 40, 2, 0);
    Counts counted = new Counts(8, 2, 30, 9, 1, 2);

    Finding() {
        stages.put(MOVING, Stage.IN_TRANSIT);
        foreseen.put(MOVING, new Foreseen.Moves());
        for (StallKind kind : StallKind.values()) {
            ParcelId parcel = standing(kind);
            Halt halt = new Halt(kind, StallCause.SILENCE, StallLevel.STALLED);
            stages.put(parcel, Stage.IN_TRANSIT);
            raised.put(parcel, List.of(halt));
            open.add(parcel);
            foreseen.put(parcel, new Foreseen.Stops(halt));
        }
        Scenarios.all().stream().map(Scenario::halt).filter(Objects::nonNull).forEach(halts::add);
        int n = 0;
        for (Scenario scenario : Scenarios.all()) {
            for (Ask ask : scenario.asks()) {
                RefundId other = new RefundId("rf-other-" + n++);
                decisions.put(other, List.of(new Decided(ask.decision(), ask.row())));
            }
        }
        decisions.put(REFUND, List.of(EXPECTED));
        commanded.put(REFUND, List.of(PRICE));
        paid.put(REFUND, List.of(PRICE));
        states.put(REFUND, CaseState.CLOSED);
        ends.put(REFUND, List.of(new CaseEnd(CaseOutcome.REFUNDED, PRICE)));
        book.add(new Books.Refund(REFUND.value(), ORDER.value(), PRICE));
        bargained(PART_TAKEN, PART, true, new CaseEnd(CaseOutcome.REFUNDED, PART));
        bargained(PART_DECLINED, PART, false, new CaseEnd(CaseOutcome.REFUNDED, PRICE));
        bargained(GOODS_TAKEN, null, true, new CaseEnd(CaseOutcome.RESHIPPED, null));
        answers.put(STOPPED, InterceptionAnswer.SUCCEEDED);
        answers.put(MISSED, InterceptionAnswer.FAILED);
        for (InterceptionId id : List.of(STOPPED, MISSED)) {
            couriersBook.add(line(id, "ACCEPTED", "JD", ""));
        }
        couriersBook.add(line(STOPPED, "SUCCEEDED", "JD", ""));
        couriersBook.add(line(MISSED, "FAILED", "JD", ""));
        passed("ZTO", "zto");
        passed("SF", "sf");
        passed("YTO", "kuaidi100");
        passed("STO", "kuaidi100");
    }

    /** An interception that succeeded, asked for in some provider's words. */
    private void passed(String courier, String words) {
        RefundId refund = new RefundId("rf-" + courier + "-0");
        InterceptionId id = InterceptionId.of(refund);
        toIntercept.add(refund);
        interceptions.add(id);
        answers.put(id, InterceptionAnswer.SUCCEEDED);
        couriersBook.add(line(id, "ACCEPTED", courier, words));
        couriersBook.add(line(id, "SUCCEEDED", courier, words));
    }

    static Books.Interception line(InterceptionId id, String status, String courier, String words) {
        return new Books.Interception(
                id.value(), status, orderOf(id.refund()).value(), courier, words);
    }

    /** A request that people bargained about, and what came of it. */
    private void bargained(RefundId refund, @Nullable Money part, boolean accepted, CaseEnd end) {
        bargains.add(new Bargain(refund, "bargain", part, accepted));
        asked.add(asked(refund, BY_PEOPLE));
        decisions.put(refund, List.of(BY_PEOPLE));
        states.put(refund, CaseState.CLOSED);
        ends.put(refund, List.of(end));
        Money money = end.paid();
        if (money != null) {
            commanded.put(refund, List.of(money));
            paid.put(refund, List.of(money));
            book.add(new Books.Refund(refund.value(), orderOf(refund).value(), money));
        }
    }

    private static Asked asked(RefundId refund, Decided expected) {
        return new Asked(refund, orderOf(refund), "a story", PRICE, expected);
    }

    private static OrderId orderOf(RefundId refund) {
        return new OrderId(refund.value().replaceAll("^rf-|-0$", ""));
    }

    /** The parcel with a stall of that kind. */
    static ParcelId standing(StallKind kind) {
        return ParcelId.of("ZTO", "K" + kind.ordinal());
    }

    Findings found() {
        return new Findings(
                "t",
                orders,
                overtaken,
                asked.stream().collect(Collectors.toMap(Asked::order, Asked::amount)),
                asked,
                bargains,
                foreseen,
                troubles,
                refusals,
                unsettled,
                sent,
                counted,
                tally(),
                new Books(book, couriersBook, messages));
    }

    /** The checks of a demo that do not hold. */
    List<String> failed() {
        return Checklist.afterDemo(found()).stream()
                .filter(check -> !check.ok())
                .map(Check::name)
                .toList();
    }

    /** What one check of a demo says. */
    String detail(String name) {
        return Checklist.afterDemo(found()).stream()
                .filter(check -> check.name().equals(name))
                .map(Check::detail)
                .findFirst()
                .orElseThrow();
    }

    Tally tally() {
        return new Tally(
                99,
                new ParcelTally(stages, raised, halts, open, 1),
                new CaseTally(decisions, toIntercept, states, ends, early),
                new PayoutTally(commanded, paid, Set.of()),
                new InterceptionTally(interceptions, answers),
                new NoticeTally(Map.of("sent", 2L), noticesSent, noticesFailed),
                deadLetters);
    }
}
