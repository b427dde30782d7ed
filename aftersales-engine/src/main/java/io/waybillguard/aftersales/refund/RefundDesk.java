package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where everything that happens to an order's refund requests is worked through. */
public final class RefundDesk {

    /** A deadline may lead to the next, but never to more than these in one go. */
    private static final int DEADLINES_AT_MOST = 4;

    private final RefundTable table;
    private final CaseTerms terms;
    private final int requestsAtMost;
    private final List<DayCap> capped;

    /**
     * A desk that takes so many requests for one order; those that are one too many are not
     * decided.
     */
    public RefundDesk(RefundTable table, CaseTerms terms, int requestsAtMost) {
        this(table, terms, requestsAtMost, Set.of());
    }

    /**
     * As above.
     *
     * @param capped whose days must allow what a rule alone pays
     */
    public RefundDesk(RefundTable table, CaseTerms terms, int requestsAtMost, Set<DayCap> capped) {
        this.table = table;
        this.terms = terms;
        this.requestsAtMost = requestsAtMost;
        this.capped = capped.stream().sorted().toList();
    }

    /** The same, which takes every day to have room for what a rule alone pays. */
    public RefundDesk withoutDayCaps() {
        return new RefundDesk(table, terms, requestsAtMost);
    }

    /** More is known of the order; cases that are open are decided anew where that is better. */
    public Outcome learned(Dossier dossier, OrderFacts facts, Policies policies, Instant now) {
        if (facts.equals(dossier.facts())) {
            return Outcome.nothing(dossier);
        }
        Sitting sitting = sitting(dossier, policies, now);
        sitting.learn(facts);
        return sitting.outcome();
    }

    /** A buyer or the shop asks something. */
    public Outcome asked(
            Dossier dossier, AftersalesRequest request, Policies policies, Instant now) {
        return switch (request) {
            case RefundRequested asked -> requested(dossier, asked, policies, now);
            case AftersalesRequest.RefundWithdrawn _ ->
                    happened(dossier, request, new CaseEvent.BuyerWithdrew(), policies, now);
            case AftersalesRequest.MerchantAgreed _ ->
                    happened(dossier, request, new CaseEvent.ShopAgreed(), policies, now);
            case AftersalesRequest.MerchantRefused refused ->
                    happened(
                            dossier,
                            request,
                            new CaseEvent.ShopRefused(refused.proof()),
                            policies,
                            now);
            case AftersalesRequest.ReturnWaybillGiven given ->
                    happened(
                            dossier,
                            request,
                            new CaseEvent.WaybillGiven(given.parcel()),
                            policies,
                            now);
            case AftersalesRequest.RefundChanged changed ->
                    changed(dossier, changed, policies, now);
            case AftersalesRequest.OfferMade(_, _, var offer, var kind, var amount, _, _, _) ->
                    happened(
                            dossier,
                            request,
                            new CaseEvent.ShopOffered(offer, kind, amount),
                            policies,
                            now);
            case AftersalesRequest.OfferWithdrawn(_, _, var offer, _, _) ->
                    happened(
                            dossier,
                            request,
                            new CaseEvent.ShopWithdrewOffer(offer),
                            policies,
                            now);
            case AftersalesRequest.OfferAccepted(_, _, var offer, _) ->
                    happened(dossier, request, new CaseEvent.BuyerAccepted(offer), policies, now);
            case AftersalesRequest.OfferDeclined(_, _, var offer, _) ->
                    happened(dossier, request, new CaseEvent.BuyerDeclined(offer), policies, now);
            case AftersalesRequest.ReturnConfirmed _ ->
                    happened(dossier, request, new CaseEvent.ShopConfirmed(), policies, now);
        };
    }

    private Outcome requested(
            Dossier dossier, RefundRequested asked, Policies policies, Instant now) {
        Sitting sitting = sitting(dossier, policies, now);
        RefundRequest request = RefundRequest.of(asked, now);
        RefundCase known = dossier.find(asked.refundId());
        if (known == null && dossier.cases().size() >= requestsAtMost) {
            sitting.note(new Note.OneTooMany());
        } else if (known == null) {
            sitting.note(new Note.Requested());
            sitting.open(RefundFile.of(request));
        } else if (known.file().request().asksTheSame(request)) {
            sitting.note(new Note.Duplicate());
        } else {
            sitting.note(new Note.Conflict());
        }
        return sitting.outcome();
    }

    /** What is asked by now is asked since the first request. */
    private Outcome changed(
            Dossier dossier, RefundChanged changed, Policies policies, Instant now) {
        RefundCase known = dossier.find(changed.refundId());
        Instant since = known == null ? now : known.file().request().askedAt();
        RefundRequest request = RefundRequest.of(changed, since);
        return known != null && known.file().request().asksTheSame(request)
                ? new Outcome(dossier, List.of(), List.of(new Note.Duplicate()))
                : happened(dossier, changed, new CaseEvent.BuyerChanged(request), policies, now);
    }

    private Outcome happened(
            Dossier dossier,
            AftersalesRequest request,
            CaseEvent event,
            Policies policies,
            Instant now) {
        return happened(dossier, request.refundId(), event, policies, now);
    }

    /** A courier answers; what is not about the one interception of its request is ignored. */
    public Outcome answered(
            Dossier dossier, InterceptionResult result, Policies policies, Instant now) {
        RefundCase known = dossier.find(result.refundId());
        CaseEvent event = CaseEvent.of(result);
        boolean meant =
                known != null
                        && result.parcel().equals(known.file().interception())
                        && result.interceptionId().equals(InterceptionId.of(result.refundId()));
        return meant
                ? happened(dossier, result.refundId(), event, policies, now)
                : ignored(dossier, known, event);
    }

    private static Outcome ignored(Dossier same, @Nullable RefundCase known, CaseEvent event) {
        String state = known == null ? Note.Ignored.NO_CASE : known.state().name();
        return new Outcome(same, List.of(), List.of(new Note.Ignored(state, event)));
    }

    /** The payment side answers. */
    public Outcome answered(Dossier dossier, PayoutResult result, Policies policies, Instant now) {
        return happened(dossier, result.refundId(), CaseEvent.of(result), policies, now);
    }

    /** A book answers; what is not about the last question of its request is ignored. */
    public Outcome answered(
            Dossier dossier, AllowanceAnswer answer, Policies policies, Instant now) {
        RefundCase known = dossier.find(answer.refundId());
        Allowance asked = known == null ? null : known.file().allowance();
        CaseEvent event = CaseEvent.of(answer);
        boolean meant =
                switch (answer) {
                    case AllowanceAnswer.OfDay of ->
                            asked != null && asked.attempt() == of.attempt();
                    case AllowanceAnswer.BuyerRefundsCounted _ -> known != null;
                };
        return meant
                ? happened(dossier, answer.refundId(), event, policies, now)
                : ignored(dossier, known, event);
    }

    /** Something happened to one case. */
    public Outcome happened(
            Dossier dossier, RefundId refund, CaseEvent event, Policies policies, Instant now) {
        RefundCase known = dossier.find(refund);
        if (known == null) {
            return ignored(dossier, null, event);
        }
        Sitting sitting = sitting(dossier, policies, now);
        sitting.step(known, event);
        return sitting.outcome();
    }

    /** The deadlines that have come, oldest request first. */
    public Outcome due(Dossier dossier, Policies policies, ProvenNow proven) {
        Sitting sitting = sitting(dossier, policies, proven.now());
        for (RefundCase known : dossier.cases()) {
            fire(sitting, known.file().id(), proven);
        }
        return sitting.outcome();
    }

    private static void fire(Sitting sitting, RefundId refund, ProvenNow proven) {
        for (int fired = 0; fired < DEADLINES_AT_MOST; fired++) {
            RefundCase state = sitting.dossier().find(refund);
            Deadline deadline = state == null ? null : state.deadline();
            if (state == null || deadline == null || !proven.has(deadline)) {
                return;
            }
            sitting.step(state, new CaseEvent.DeadlineFell());
        }
    }

    private Sitting sitting(Dossier dossier, Policies policies, Instant now) {
        return new Sitting(table, terms, capped, policies, dossier, now);
    }

    /** States of open cases, one a case: for counting. */
    public static List<RefundCase> open(Dossier dossier) {
        return dossier.cases().stream()
                .filter(known -> !(known instanceof RefundCase.Closed))
                .toList();
    }
}
