package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.AnOrder.BUYER;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.SHOP;

import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.OfferAccepted;
import io.waybillguard.events.refund.AftersalesRequest.OfferDeclined;
import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.AftersalesRequest.OfferWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.ReturnConfirmed;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A desk with one order before it, that is told things and whose words are kept. */
final class ADesk {

    static final int REQUESTS_AT_MOST = 4;
    static final RefundId REFUND = new RefundId("r-1");

    private final RefundDesk desk;
    private final Policies policies;
    private final List<Message> said = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private Dossier dossier = Dossier.of(ORDER);
    private Instant now = NOON;

    ADesk(APolicy policy) {
        this(policy, Set.of());
    }

    ADesk(APolicy policy, Set<DayCap> capped) {
        this.policies = _ -> policy.build();
        this.desk =
                new RefundDesk(
                        new RefundTable(Limits.DEFAULT, Agreements.DEFAULT),
                        CaseTerms.DEFAULT,
                        REQUESTS_AT_MOST,
                        capped);
    }

    /** A desk that asks both days before a rule pays. */
    static ADesk aCappedDesk(APolicy policy, AnOrder order) {
        ADesk desk = new ADesk(policy, EnumSet.allOf(DayCap.class));
        desk.learns(_ -> order.facts());
        return desk;
    }

    static ADesk aDesk(APolicy policy, AnOrder order) {
        ADesk desk = new ADesk(policy);
        desk.learns(_ -> order.facts());
        return desk;
    }

    ADesk at(Instant instant) {
        now = instant;
        return this;
    }

    ADesk after(Duration passed) {
        return at(now.plus(passed));
    }

    Instant now() {
        return now;
    }

    ADesk learns(UnaryOperator<OrderFacts> change) {
        return take(desk.learned(dossier, change.apply(dossier.facts()), policies, now));
    }

    ADesk asked(AftersalesRequest request) {
        return take(desk.asked(dossier, request, policies, now));
    }

    ADesk refundAsked(RefundKind kind, Money amount) {
        return asked(request(REFUND, kind, amount));
    }

    ADesk refundAsked(RefundId refund, RefundKind kind, Money amount) {
        return asked(request(refund, kind, amount));
    }

    static RefundRequested request(RefundId refund, RefundKind kind, Money amount) {
        return new RefundRequested(
                ORDER, refund, kind, amount, RefundReason.NO_MOVEMENT, List.of(), NOON);
    }

    ADesk agreed() {
        return asked(new MerchantAgreed(ORDER, REFUND, "agent-1", now));
    }

    ADesk refused(@Nullable RefusalProof proof) {
        return asked(new MerchantRefused(ORDER, REFUND, "agent-1", "no", proof, now));
    }

    ADesk withdrawn() {
        return asked(new RefundWithdrawn(ORDER, REFUND, now));
    }

    ADesk waybillGiven(ParcelId parcel) {
        return asked(
                new ReturnWaybillGiven(ORDER, REFUND, SHOP, BUYER, parcel, GivenBy.BUYER, now));
    }

    ADesk confirmed() {
        return asked(new ReturnConfirmed(ORDER, REFUND, "agent-1", now));
    }

    ADesk offered(String offer, OfferKind kind, @Nullable Money amount) {
        return asked(
                new OfferMade(
                        ORDER, REFUND, new OfferId(offer), kind, amount, "agent-1", "sorry", now));
    }

    ADesk offered(String offer, Money amount) {
        return offered(offer, OfferKind.PARTIAL_REFUND, amount);
    }

    ADesk offerWithdrawn(String offer) {
        return asked(new OfferWithdrawn(ORDER, REFUND, new OfferId(offer), "agent-1", now));
    }

    ADesk accepted(String offer) {
        return asked(new OfferAccepted(ORDER, REFUND, new OfferId(offer), now));
    }

    ADesk declined(String offer) {
        return asked(new OfferDeclined(ORDER, REFUND, new OfferId(offer), now));
    }

    ADesk changed(RefundKind kind, Money amount, RefundLine... lines) {
        return asked(
                new RefundChanged(
                        ORDER,
                        REFUND,
                        kind,
                        amount,
                        RefundReason.NOT_WANTED,
                        List.of(),
                        List.of(lines),
                        now));
    }

    ADesk refundAsked(RefundId refund, RefundKind kind, RefundLine... lines) {
        long fen = List.of(lines).stream().mapToLong(line -> line.amount().fen()).sum();
        return asked(
                new RefundRequested(
                        ORDER,
                        refund,
                        kind,
                        Money.fen(fen),
                        RefundReason.NOT_WANTED,
                        List.of(),
                        List.of(lines),
                        now));
    }

    ADesk happens(CaseEvent event) {
        return happens(REFUND, event);
    }

    ADesk happens(RefundId refund, CaseEvent event) {
        return take(desk.happened(dossier, refund, event, policies, now));
    }

    ADesk answers(InterceptionResult result) {
        return take(desk.answered(dossier, result, policies, now));
    }

    ADesk answers(AllowanceAnswer answer) {
        return take(desk.answered(dossier, answer, policies, now));
    }

    ADesk pulse() {
        return pulse(now);
    }

    ADesk pulse(@Nullable Instant moneyNow) {
        return take(desk.due(dossier, policies, new ProvenNow(now, moneyNow)));
    }

    private ADesk take(Outcome outcome) {
        dossier = outcome.dossier();
        said.addAll(outcome.messages());
        notes.addAll(outcome.notes());
        return this;
    }

    Dossier dossier() {
        return dossier;
    }

    List<Message> said() {
        return said;
    }

    List<Note> notes() {
        return notes;
    }

    RefundCase theCase() {
        RefundCase known = dossier.find(REFUND);
        if (known == null) {
            throw new AssertionError("no such case");
        }
        return known;
    }

    long payouts() {
        return said.stream()
                .filter(message -> message instanceof Message.ToPayment(PayoutRequested _))
                .count();
    }

    /** What was said, a word each; not that every payment is noted in the buyer's book. */
    List<String> words() {
        return words(said);
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream()
                .filter(message ->
                        !(message
                                instanceof Message.ToTreasurer(AllowanceQuestion.BuyerRefunded _)))
                .map(ADesk::word)
                .toList();
    }

    /** What was said since, a word each. */
    List<String> wordsOf(Runnable action) {
        int before = said.size();
        action.run();
        return words(said.subList(before, said.size()));
    }

    private static String word(Message message) {
        return switch (message) {
            case Message.Published(var event) -> word(event);
            case Message.ToCourier(var command) -> command.getClass().getSimpleName();
            case Message.ToTreasurer(var question) ->
                    question.getClass().getSimpleName()
                            + (question instanceof AllowanceQuestion.OfDay day
                                    ? " " + day.of() + " " + day.attempt()
                                    : "");
            case Message.ToPayment(var command) -> command.getClass().getSimpleName();
        };
    }

    private static String word(AftersalesEvent event) {
        return switch (event) {
            case RefundDecided decided -> "decided " + decided.decision() + " " + decided.row();
            case RefundRedecided anew -> "redecided " + anew.decision() + " " + anew.row();
            case CaseMoved moved -> moved.from() + "->" + moved.to() + " " + moved.because();
            case ReminderFell fell -> "reminded " + fell.state();
            case CaseClosed closed -> "closed " + closed.outcome() + " " + closed.because();
        };
    }
}
