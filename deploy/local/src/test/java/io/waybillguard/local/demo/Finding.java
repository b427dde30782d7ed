package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.StallKind;
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
import java.util.TreeMap;

/** Findings in which everything holds, each part of which a test can spoil. */
final class Finding {

    static final RefundId REFUND = new RefundId("rf-t-1-0");
    static final OrderId ORDER = new OrderId("t-1");
    static final InterceptionId STOPPED = new InterceptionId("ic-rf-t-2-0");
    static final InterceptionId MISSED = new InterceptionId("ic-rf-t-3-0");
    static final Decided EXPECTED = new Decided(Decision.AUTO_REFUND, "fast-refund");

    final List<String> troubles = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> unsettled = new ArrayList<>();
    final Map<StallKind, Long> stalls = new TreeMap<>();
    final Set<Halt> halts = new HashSet<>();
    final Map<RefundId, List<Decided>> decisions = new HashMap<>();
    final Map<RefundId, List<Money>> paid = new HashMap<>();
    final Set<InterceptionId> interceptions = new HashSet<>(Set.of(STOPPED, MISSED));
    final Map<InterceptionId, InterceptionAnswer> answers = new HashMap<>();
    final List<Books.Refund> book = new ArrayList<>();
    final List<Books.Interception> couriersBook = new ArrayList<>();
    final List<String> messages = new ArrayList<>(List.of("n1", "n2"));
    Post.Sent sent = new Post.Sent(10, 2, 0, 40);
    Counts counted = new Counts(8, 2, 30, 9, 1, 2);

    Finding() {
        for (StallKind kind : StallKind.values()) {
            stalls.put(kind, 2L);
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
        paid.put(REFUND, List.of(Money.yuan(129)));
        book.add(new Books.Refund(REFUND.value(), ORDER.value(), Money.yuan(129)));
        answers.put(STOPPED, InterceptionAnswer.SUCCEEDED);
        answers.put(MISSED, InterceptionAnswer.FAILED);
        for (InterceptionId id : List.of(STOPPED, MISSED)) {
            couriersBook.add(new Books.Interception(id.value(), "ACCEPTED"));
        }
        couriersBook.add(new Books.Interception(STOPPED.value(), "SUCCEEDED"));
        couriersBook.add(new Books.Interception(MISSED.value(), "FAILED"));
    }

    Findings found() {
        return new Findings(
                "t",
                1,
                0,
                Map.of(ORDER, Money.yuan(129)),
                List.of(new Asked(REFUND, ORDER, "fast-refund", EXPECTED)),
                troubles,
                refusals,
                unsettled,
                sent,
                counted,
                tally(),
                new Books(book, couriersBook, messages));
    }

    Tally tally() {
        return new Tally(
                99,
                Set.of(ParcelId.of("ZTO", "T1")),
                stalls,
                halts,
                1,
                decisions,
                Set.of(REFUND),
                paid,
                Set.of(),
                interceptions,
                answers,
                Map.of("sent", 2L));
    }
}
