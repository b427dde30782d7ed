package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One input worked through on one dossier: steps in order, with what they tell. */
final class Sitting {

    /** A state that is entered is shown the facts at once: it never takes more steps than this. */
    private static final int STEPS_AT_MOST = 4;

    /** Each round hands money from requests that gave it up to requests that wanted it. */
    private static final int ROUNDS_AT_MOST = 4;

    private final RefundTable table;
    private final CaseTerms terms;
    private final List<DayCap> capped;
    private final Policies policies;
    private final Instant now;
    private final List<Message> messages = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private Dossier dossier;
    private Map<RefundId, Money> known;

    Sitting(
            RefundTable table,
            CaseTerms terms,
            List<DayCap> capped,
            Policies policies,
            Dossier dossier,
            Instant now) {
        this.table = table;
        this.terms = terms;
        this.capped = capped;
        this.policies = policies;
        this.dossier = dossier;
        this.known = dossier.promised();
        this.now = now;
    }

    Dossier dossier() {
        return dossier;
    }

    void note(Note note) {
        notes.add(note);
    }

    void learn(OrderFacts facts) {
        dossier = dossier.with(facts);
        for (RefundCase known : List.copyOf(dossier.cases())) {
            step(known, new CaseEvent.FactsChanged());
        }
    }

    void open(RefundFile file) {
        Transition opened = Steps.open(file, circumstances(file));
        apply(null, opened);
        settle(opened.next(), STEPS_AT_MOST);
    }

    void step(RefundCase state, CaseEvent event) {
        step(state, event, STEPS_AT_MOST);
    }

    private void step(RefundCase state, CaseEvent event, int stepsLeft) {
        Transition step = CaseMachine.on(state, event, circumstances(state.file()));
        if (step.ignored()) {
            notes.add(new Note.Ignored(state.state().name(), event));
            return;
        }
        apply(state, step);
        if (step.next().state() != state.state()) {
            settle(step.next(), stepsLeft - 1);
        }
    }

    private void settle(RefundCase entered, int stepsLeft) {
        if (stepsLeft > 0) {
            step(entered, new CaseEvent.FactsChanged(), stepsLeft);
        }
    }

    private void apply(@Nullable RefundCase before, Transition step) {
        Publication publication =
                new Publication(dossier.facts(), before, step.next(), dossier.revision(), now);
        messages.addAll(publication.of(step.effects()));
        dossier = dossier.with(step.next(), publication.revision());
    }

    private Circumstances circumstances(RefundFile file) {
        return new Circumstances(
                dossier.facts(),
                dossier.commandedBesides(file.id()),
                this::rule,
                terms,
                capped,
                now);
    }

    private Ruling rule(RefundFile file) {
        OrderFacts order = dossier.facts();
        RefundQuestion question =
                new RefundQuestion(
                        file.request(),
                        order,
                        dossier.promisedBesides(file.id()),
                        dossier.itemsBesides(file.id()),
                        dossier.askedToStop(),
                        dossier.stoppedBy(),
                        policies.of(order.parties().shop()),
                        now,
                        file.history());
        Verdict verdict = table.decide(question);
        HeldBack heldBack = question.lacksHistory() ? HeldBack.historyUnknown() : file.heldBack();
        return new Ruling(question, heldBack == null ? verdict : heldBack.over(verdict));
    }

    /**
     * What one case gave up or took changes what the others of the order may have: they look at the
     * facts again, until nothing changes hands any more.
     */
    private void tellTheOthers() {
        for (int round = 0; round < ROUNDS_AT_MOST; round++) {
            Map<RefundId, Money> promised = dossier.promised();
            if (promised.equals(known)) {
                return;
            }
            known = promised;
            for (RefundCase each : List.copyOf(dossier.cases())) {
                stepAgain(each.file().id());
            }
        }
    }

    private void stepAgain(RefundId refund) {
        RefundCase state = dossier.find(refund);
        if (state != null) {
            step(state, new CaseEvent.FactsChanged());
        }
    }

    Outcome outcome() {
        tellTheOthers();
        return new Outcome(dossier, List.copyOf(messages), List.copyOf(notes));
    }
}
