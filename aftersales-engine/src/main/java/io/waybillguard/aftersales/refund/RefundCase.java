package io.waybillguard.aftersales.refund;

import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one refund request stands. */
public sealed interface RefundCase {

    /** What it remembers. */
    RefundFile file();

    /** The order is not known yet. */
    record WaitingForOrder(RefundFile file, Instant until) implements RefundCase {}

    /**
     * The shop's rules ask for the buyer's refunds, and they are not known yet.
     *
     * @param prolonged {@code until} is its second: see {@link CheckingAllowance}
     */
    record WaitingForHistory(RefundFile file, Instant until, boolean prolonged)
            implements RefundCase {}

    /**
     * A person of the shop must act.
     *
     * @param silenceAgrees nothing done by {@code answerBy} is an agreement
     * @param overdue {@code answerBy} passed and the person still must act
     */
    record Manual(
            RefundFile file,
            Instant remindAt,
            Instant answerBy,
            boolean silenceAgrees,
            boolean reminded,
            boolean overdue)
            implements RefundCase {}

    /**
     * The shop offers something else; the buyer is to answer.
     *
     * @param before where the case stood: with the shop, or waiting for the buyer to refuse the
     *     parcel or to send it back. It goes on there without an agreement
     * @param since when the time that the shop has ceased to run
     */
    record Offered(
            RefundCase before, Offer offer, Instant since, Instant remindAt, boolean reminded)
            implements RefundCase {
        @Override
        public RefundFile file() {
            return before.file();
        }
    }

    /**
     * The courier was asked to stop the parcel.
     *
     * @param accepted it said that it will try
     * @param askAt when to ask what became of it
     * @param requestedAt when it was asked; null where that was not kept
     * @param unreachableSince when it was told that the courier cannot be reached; null where it
     *     can
     */
    record Intercepting(
            RefundFile file,
            boolean accepted,
            Instant askAt,
            Instant answerBy,
            @Nullable Instant requestedAt,
            @Nullable Instant unreachableSince)
            implements RefundCase {
        /** The courier can be reached, as far as is known. */
        Intercepting(
                RefundFile file,
                boolean accepted,
                Instant askAt,
                Instant answerBy,
                @Nullable Instant requestedAt) {
            this(file, accepted, askAt, answerBy, requestedAt, null);
        }
    }

    /** The buyer is to refuse the parcel. */
    record AwaitingRejection(RefundFile file, Instant remindAt, Instant refundAt, boolean reminded)
            implements RefundCase {}

    /**
     * The buyer is to send the goods back.
     *
     * @param approvedAt when the return was; the request's own time where that was not kept
     */
    record AwaitingReturn(RefundFile file, Instant giveBy, Instant approvedAt)
            implements RefundCase {
        public AwaitingReturn {
            approvedAt = or(approvedAt, file.request().askedAt());
        }
    }

    /**
     * The goods are on their way back.
     *
     * @param approvedAt when the return was; the request's own time where that was not kept
     * @param arriveBy when a person is to look where they are
     */
    record ReturnOnTheWay(RefundFile file, ParcelId parcel, Instant approvedAt, Instant arriveBy)
            implements RefundCase {
        public ReturnOnTheWay {
            approvedAt = or(approvedAt, file.request().askedAt());
            arriveBy =
                    or(
                            arriveBy,
                            approvedAt
                                    .plus(CaseTerms.DEFAULT.returnWaybill())
                                    .plus(CaseTerms.DEFAULT.returnArrival()));
        }
    }

    /** The goods are back; the shop is to say whether it is content. */
    record ReturnSigned(RefundFile file, ParcelId parcel, Instant confirmBy)
            implements RefundCase {}

    /**
     * A rule pays, as far as is known of the parcels: as soon as all that the couriers told until
     * {@code since} has been read, and it still does.
     */
    record ProvingParcels(RefundFile file, Instant since) implements RefundCase {}

    /**
     * A rule pays, if the platform's caps of the day allow it.
     *
     * @param awaited days that have not answered yet
     * @param answerBy when a person takes it, whatever they answer; the first time when they are
     *     waited for once more
     * @param prolonged it is the second time. After an outage a request is read at its own, old
     *     time, and the first time falls before any answer can be there
     */
    record CheckingAllowance(
            RefundFile file, List<DayCap> awaited, Instant answerBy, boolean prolonged)
            implements RefundCase {
        public CheckingAllowance {
            awaited = List.copyOf(awaited);
        }
    }

    /** The payout was commanded. */
    record Paying(RefundFile file) implements RefundCase {}

    /** The payment side cannot be asked any more. */
    record PayoutParked(RefundFile file) implements RefundCase {}

    /**
     * The end.
     *
     * @param paid null when no money moved
     */
    record Closed(RefundFile file, CaseOutcome outcome, @Nullable Money paid)
            implements RefundCase {}

    private static Instant or(@Nullable Instant kept, Instant otherwise) {
        return kept == null ? otherwise : kept;
    }

    /** The same case, which remembers something else. */
    default RefundCase with(RefundFile other) {
        return switch (this) {
            case WaitingForOrder(_, var until) -> new WaitingForOrder(other, until);
            case WaitingForHistory(_, var until, var prolonged) ->
                    new WaitingForHistory(other, until, prolonged);
            case Manual(_, var remindAt, var answerBy, var agrees, var reminded, var overdue) ->
                    new Manual(other, remindAt, answerBy, agrees, reminded, overdue);
            case Offered(var before, var offer, var since, var remindAt, var reminded) ->
                    new Offered(before.with(other), offer, since, remindAt, reminded);
            case Intercepting(_, var accepted, var askAt, var answerBy, var asked, var since) ->
                    new Intercepting(other, accepted, askAt, answerBy, asked, since);
            case AwaitingRejection(_, var remindAt, var refundAt, var reminded) ->
                    new AwaitingRejection(other, remindAt, refundAt, reminded);
            case AwaitingReturn(_, var giveBy, var approvedAt) ->
                    new AwaitingReturn(other, giveBy, approvedAt);
            case ReturnOnTheWay(_, var parcel, var approvedAt, var arriveBy) ->
                    new ReturnOnTheWay(other, parcel, approvedAt, arriveBy);
            case ReturnSigned(_, var parcel, var confirmBy) ->
                    new ReturnSigned(other, parcel, confirmBy);
            case ProvingParcels(_, var since) -> new ProvingParcels(other, since);
            case CheckingAllowance(_, var awaited, var answerBy, var prolonged) ->
                    new CheckingAllowance(other, awaited, answerBy, prolonged);
            case Paying _ -> new Paying(other);
            case PayoutParked _ -> new PayoutParked(other);
            case Closed(_, var outcome, var paid) -> new Closed(other, outcome, paid);
        };
    }

    /** Its published name. */
    default CaseState state() {
        return switch (this) {
            case WaitingForOrder _ -> CaseState.WAITING_FOR_ORDER;
            case WaitingForHistory _ -> CaseState.WAITING_FOR_HISTORY;
            case Manual _ -> CaseState.MANUAL;
            case Offered _ -> CaseState.OFFERED;
            case Intercepting _ -> CaseState.INTERCEPTING;
            case AwaitingRejection _ -> CaseState.AWAITING_REJECTION;
            case AwaitingReturn _ -> CaseState.AWAITING_RETURN;
            case ReturnOnTheWay _ -> CaseState.RETURN_ON_THE_WAY;
            case ReturnSigned _ -> CaseState.RETURN_SIGNED;
            case ProvingParcels _ -> CaseState.PROVING_PARCELS;
            case CheckingAllowance _ -> CaseState.CHECKING_ALLOWANCE;
            case Paying _ -> CaseState.PAYING;
            case PayoutParked _ -> CaseState.PAYOUT_PARKED;
            case Closed _ -> CaseState.CLOSED;
        };
    }

    /** Who must act next. */
    default Actor actor() {
        return switch (this) {
            case Manual _, ReturnSigned _ -> Actor.SHOP;
            case Intercepting _, ReturnOnTheWay _ -> Actor.COURIER;
            case Offered _, AwaitingRejection _, AwaitingReturn _ -> Actor.BUYER;
            case Paying _ -> Actor.PAYMENT;
            case PayoutParked _ -> Actor.OPERATOR;
            case WaitingForOrder _,
                    WaitingForHistory _,
                    ProvingParcels _,
                    CheckingAllowance _,
                    Closed _ ->
                    Actor.NOBODY;
        };
    }

    /** Its next deadline; null when none is. */
    default @Nullable Deadline deadline() {
        return CaseTimes.deadline(this);
    }

    /** When it goes to another state by itself; null when it does not. */
    default @Nullable Instant movesAt() {
        return CaseTimes.movesAt(this);
    }

    /** The payment side was told to pay, and did not refuse. */
    default boolean commanded() {
        return CaseMoney.commanded(this);
    }

    /** The buyer was promised the money, under some condition or none. */
    default boolean promised() {
        return CaseMoney.promised(this);
    }

    /** What it takes, or may take, of the money paid for the order. */
    default Money claim() {
        return CaseMoney.claim(this);
    }

    /** What the shop offers, while the buyer's answer is waited for. */
    default @Nullable Offer offered() {
        return this instanceof Offered waiting ? waiting.offer() : null;
    }
}
