package io.waybillguard.aftersales.books;

import io.waybillguard.aftersales.books.Trail.Commanded;
import io.waybillguard.aftersales.books.Trail.End;
import io.waybillguard.aftersales.books.Trail.Told;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One refund in all books. */
final class Comparison {

    private final String reference;
    private final Trail trail;
    private final Terms terms;
    private final @Nullable Commanded commanded;
    private final @Nullable Told told;
    private final List<Payment> mine;
    private final List<Break> breaks = new ArrayList<>();

    Comparison(String reference, Trail trail, Terms terms) {
        this.reference = reference;
        this.trail = trail;
        this.terms = terms;
        this.commanded = trail.commanded;
        this.told = trail.told;
        this.mine = trail.payments.stream().filter(this::isForTheOrder).toList();
    }

    /** Every difference. */
    List<Break> breaks() {
        listed();
        decisions();
        amounts();
        missing();
        if (trail.isOpen() && trail.askedAt != null && terms.isStuck(trail.askedAt)) {
            add(BreakKind.STUCK, BreakDetail.NO_RESULT, expected(), found(), trail.askedAt);
        }
        return breaks;
    }

    /** A command, or what the payment side told, says for which order it is; else nobody does. */
    private boolean isForTheOrder(Payment payment) {
        String order = order();
        return order == null || order.equals(payment.orderId());
    }

    private void listed() {
        for (Payment payment : trail.payments) {
            if (!wasEverAsked()) {
                extra(BreakDetail.LISTED_NOT_COMMANDED, payment);
            } else if (!isForTheOrder(payment)) {
                extra(BreakDetail.LISTED_FOR_ANOTHER_ORDER, payment);
            } else if (told != null && told.end() == End.DECLINED && !trail.isOpen()) {
                extra(BreakDetail.LISTED_BUT_DECLINED, payment);
            }
        }
        if (mine.size() > 1 && wasEverAsked()) {
            add(
                    BreakKind.DUPLICATE,
                    BreakDetail.LISTED_MORE_THAN_ONCE,
                    expected(),
                    found(),
                    mine.getLast().paidAt());
        }
    }

    /** A decision and its command are written together. */
    private void decisions() {
        Instant at = trail.firstAskedAt;
        boolean judged = at != null && terms.isCovered(at) && terms.isDue(at);
        boolean undecided = trail.decidedAt == null && !trail.released;
        if (commanded != null && at != null && undecided && judged) {
            add(BreakKind.EXTRA, BreakDetail.COMMANDED_NOT_DECIDED, null, expected(), at);
        }
        Instant decidedAt = trail.decidedAt;
        if (decidedAt != null && !wasEverAsked() && terms.isDue(decidedAt)) {
            add(
                    BreakKind.MISSING,
                    BreakDetail.DECIDED_NOT_COMMANDED,
                    trail.closedWith,
                    null,
                    decidedAt);
        }
    }

    private void amounts() {
        Money expected = expected();
        if (expected == null) {
            return;
        }
        mine.stream()
                .filter(payment -> !payment.amount().equals(expected))
                .findFirst()
                .ifPresent(payment ->
                        amount(
                                BreakDetail.LISTED_AMOUNT,
                                expected,
                                payment.amount(),
                                payment.paidAt()));
        if (told != null && !told.amount().equals(expected)) {
            amount(BreakDetail.TOLD_AMOUNT, expected, told.amount(), told.at());
        }
        if (trail.closedWith != null && !trail.closedWith.equals(expected)) {
            amount(BreakDetail.CLOSED_AMOUNT, expected, trail.closedWith, trail.latest());
        }
    }

    private void missing() {
        if (!mine.isEmpty() || !terms.isDue(trail.latest())) {
            return;
        }
        Instant latest = trail.latest();
        if (told != null && told.end() == End.PAID && !trail.isOpen()) {
            if (began(told.at())) {
                add(
                        BreakKind.MISSING,
                        BreakDetail.TOLD_AS_PAID_NOT_LISTED,
                        told.amount(),
                        null,
                        latest);
            }
        } else if (commanded != null && trail.isOpen() && began(latest)) {
            add(BreakKind.MISSING, BreakDetail.COMMANDED_NOT_LISTED, expected(), null, latest);
        }
    }

    /**
     * Whether its payment, wherever it lies between the first command and now, must be in the list;
     * where the command is not known, it may have been paid before the list begins.
     */
    private boolean began(Instant latest) {
        Instant first = trail.firstAskedAt;
        return first != null && terms.isCovered(first) && terms.isCovered(latest);
    }

    private boolean wasEverAsked() {
        return trail.askedAt != null || told != null;
    }

    private @Nullable String order() {
        if (commanded != null) {
            return commanded.order().value();
        }
        return told == null ? null : told.order().value();
    }

    private @Nullable Money expected() {
        return commanded == null ? null : commanded.amount();
    }

    private @Nullable Money found() {
        return mine.isEmpty()
                ? null
                : mine.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
    }

    private void extra(BreakDetail detail, Payment payment) {
        breaks.add(
                new Break(
                        BreakKind.EXTRA,
                        detail,
                        reference,
                        payment.orderId(),
                        null,
                        payment.amount(),
                        payment.paidAt()));
    }

    private void amount(BreakDetail detail, Money expected, Money found, Instant since) {
        add(BreakKind.AMOUNT, detail, expected, found, since);
    }

    private void add(
            BreakKind kind,
            BreakDetail detail,
            @Nullable Money expected,
            @Nullable Money found,
            Instant since) {
        breaks.add(new Break(kind, detail, reference, order(), expected, found, since));
    }
}
