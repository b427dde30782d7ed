package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.fixtures.AnOrder.milestone;
import static io.waybillguard.aftersales.fixtures.AnOrder.shipment;
import static io.waybillguard.aftersales.fixtures.AnOrder.stall;
import static io.waybillguard.aftersales.fixtures.AnOrder.stallEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceReturned;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.interception.InterceptionResult.InterceptionUnknown;
import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.OfferAccepted;
import io.waybillguard.events.refund.AftersalesRequest.OfferDeclined;
import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.AftersalesRequest.OfferWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to an order, in whatever order and however often. */
class RefundDeskPropertyTest {

    private static final int HISTORIES = 3000;
    private static final int EVENTS = 40;

    /** Kinds of event below it change nothing when they are repeated at once. */
    private static final int REPEATABLE = 9;

    /** Ways that the histories must take, or they prove little. */
    private static final Set<String> EVERYTHING =
            Set.of(
                    "INTERCEPTING->PAYING INTERCEPTION_SUCCEEDED",
                    "INTERCEPTING->PAYING PARCEL_REFUSED",
                    "INTERCEPTING->AWAITING_REJECTION INTERCEPTION_FAILED",
                    "INTERCEPTING->AWAITING_REJECTION INTERCEPTION_UNANSWERED",
                    "AWAITING_REJECTION->PAYING PARCEL_REFUSED",
                    "AWAITING_REJECTION->PAYING PARCEL_RETURNING",
                    "AWAITING_REJECTION->PAYING REJECTION_WAIT_OVER",
                    "AWAITING_REJECTION->MANUAL PARCEL_SIGNED",
                    "AWAITING_REJECTION->AWAITING_REJECTION REFUSAL_WITHOUT_PROOF",
                    "PROVING_PARCELS->PAYING PARCELS_PROVEN",
                    "PROVING_PARCELS->CHECKING_ALLOWANCE PARCELS_PROVEN",
                    "CHECKING_ALLOWANCE->PAYING ALLOWANCE_GRANTED",
                    "CHECKING_ALLOWANCE->MANUAL ALLOWANCE_DENIED",
                    "CHECKING_ALLOWANCE->MANUAL ALLOWANCE_UNANSWERED",
                    "redecided MANUAL shop-day-cap",
                    "redecided MANUAL buyer-day-cap",
                    "AllowanceReturned SHOP 2",
                    "AWAITING_RETURN->RETURN_ON_THE_WAY RETURN_WAYBILL_GIVEN",
                    "RETURN_ON_THE_WAY->RETURN_SIGNED RETURN_SIGNED",
                    "RETURN_ON_THE_WAY->MANUAL RETURN_OVERDUE",
                    "RETURN_SIGNED->PAYING RETURN_CONFIRMATION_OVERDUE",
                    "RETURN_SIGNED->MANUAL MERCHANT_REFUSED",
                    "MANUAL->PAYING MERCHANT_SILENT",
                    "MANUAL->MANUAL DECIDED_ANEW",
                    "PAYING->PAYOUT_PARKED PAYOUT_PARKED",
                    "PAYING->MANUAL PAYOUT_DECLINED",
                    "MANUAL->OFFERED OFFERED",
                    "AWAITING_REJECTION->OFFERED OFFERED",
                    "OFFERED->PAYING OFFER_ACCEPTED",
                    "OFFERED->MANUAL OFFER_EXPIRED",
                    "OFFERED->MANUAL OFFER_DECLINED",
                    "INTERCEPTING->INTERCEPTING REQUEST_CHANGED",
                    "closed RESHIPPED OFFER_ACCEPTED",
                    "closed REFUSED MERCHANT_REFUSED",
                    "closed EXPIRED RETURN_WAYBILL_OVERDUE",
                    "closed WITHDRAWN WITHDRAWN",
                    "closed REFUNDED PAID");

    private static final Set<String> SEEN = new HashSet<>();
    private static final ParcelId SECOND = ParcelId.of("SF", "SF2");
    private static final ParcelId PARCEL = ParcelId.of("ZTO", "ZTO1");
    private static final ParcelId BACK = ParcelId.of("SF", "BACK1");
    private static final Money PAID = Money.yuan(100);

    @ParameterizedTest
    @ValueSource(longs = {1, 20260310, 77})
    void moneyIsPaidOnceAndNeverBeyondWhatWasPaid(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < HISTORIES; history++) {
            List<Consumer<ADesk>> events = randomEvents(random);
            APolicy policy = randomPolicy(random);
            Set<DayCap> capped =
                    random.nextBoolean() ? Set.of() : Set.of(DayCap.SHOP, DayCap.BUYER);
            ADesk desk = new ADesk(policy, capped);
            for (Consumer<ADesk> event : events) {
                event.accept(desk);
                checkCases(desk);
            }
            checkSaid(desk);
            checkAllowances(desk);
            assertThat(replayed(policy, capped, events).said()).isEqualTo(desk.said());
            checkEnds(desk);
            SEEN.addAll(desk.words());
        }
    }

    @AfterAll
    static void theHistoriesTookEveryWay() {
        assertThat(SEEN).containsAll(EVERYTHING);
    }

    private static ADesk replayed(
            APolicy policy, Set<DayCap> capped, List<Consumer<ADesk>> events) {
        ADesk again = new ADesk(policy, capped);
        events.forEach(event -> event.accept(again));
        return again;
    }

    private static void checkSaid(ADesk desk) {
        Map<RefundId, Integer> open = new HashMap<>();
        Map<RefundId, Money> outstanding = new HashMap<>();
        Set<RefundId> decided = new HashSet<>();
        Set<ParcelId> intercepted = new HashSet<>();
        for (Message message : desk.said()) {
            switch (message) {
                case Message.ToPayment(PayoutRequested payout) -> {
                    assertThat(open.merge(payout.refundId(), 1, Integer::sum)).isEqualTo(1);
                    outstanding.put(payout.refundId(), payout.amount());
                    assertThat(sum(outstanding)).isLessThanOrEqualTo(payout.orderPaid());
                }
                case Message.Published(CaseMoved moved)
                        when moved.because() == MoveReason.PAYOUT_DECLINED -> {
                    open.remove(moved.refundId());
                    outstanding.remove(moved.refundId());
                }
                case Message.Published(RefundDecided decision) ->
                        assertThat(decided.add(decision.refundId())).isTrue();
                case Message.ToCourier(InterceptionRequested asked) ->
                        assertThat(intercepted.add(asked.parcel())).isTrue();
                default -> {}
            }
        }
        for (RefundCase known : desk.dossier().cases()) {
            assertThat(decided.contains(known.file().id()))
                    .isEqualTo(known.state() != CaseState.WAITING_FOR_ORDER);
        }
    }

    /** A day is asked once a time, and gets back what is not paid by a rule. */
    private static void checkAllowances(ADesk desk) {
        Map<String, Integer> asked = new HashMap<>();
        for (Message message : desk.said()) {
            switch (message) {
                case Message.ToTreasurer(AllowanceAsked question) ->
                        assertThat(asked.put(key(question), question.attempt())).isNull();
                case Message.ToTreasurer(AllowanceReturned question) ->
                        assertThat(asked.remove(key(question))).isEqualTo(question.attempt());
                default -> {}
            }
        }
        for (RefundCase known : desk.dossier().cases()) {
            Allowance allowance = known.file().allowance();
            for (DayCap day : DayCap.values()) {
                Integer open = asked.remove(key(day, known.file().id()));
                if (open != null) {
                    assertThat(known.commanded() || known.state() == CaseState.CHECKING_ALLOWANCE)
                            .isTrue();
                    assertThat(allowance).isNotNull();
                    assertThat(allowance.held()).isTrue();
                    assertThat(allowance.attempt()).isEqualTo(open);
                }
            }
        }
        assertThat(asked).isEmpty();
    }

    private static String key(AllowanceQuestion.OfDay question) {
        return key(question.of(), question.refundId());
    }

    private static String key(DayCap day, RefundId refund) {
        return day + " " + refund.value();
    }

    private static void checkCases(ADesk desk) {
        for (RefundCase known : desk.dossier().cases()) {
            if (known.state() != CaseState.CLOSED
                    && known.deadline() == null
                    && (known.actor() == Actor.NOBODY || known.actor() == Actor.COURIER)) {
                throw new AssertionError("nobody and nothing moves " + known);
            }
        }
    }

    /** Left alone for long, what is not over waits for a person or for the payment side. */
    private static void checkEnds(ADesk desk) {
        for (int week = 0; week < 12; week++) {
            desk.after(Duration.ofDays(7)).pulse();
            checkCases(desk);
        }
        checkSaid(desk);
        checkAllowances(desk);
        assertThat(desk.dossier().cases())
                .extracting(RefundCase::state)
                .isSubsetOf(
                        CaseState.CLOSED,
                        CaseState.MANUAL,
                        CaseState.PAYING,
                        CaseState.PAYOUT_PARKED);
        assertThat(desk.dossier().cases())
                .filteredOn(known -> known.state() != CaseState.CLOSED)
                .allSatisfy(known -> assertThat(known.deadline()).isNull());
    }

    private static Money sum(Map<RefundId, Money> amounts) {
        return amounts.values().stream().reduce(Money.ZERO, Money::plus);
    }

    private static APolicy randomPolicy(Random random) {
        APolicy policy = aPolicy();
        if (random.nextInt(4) == 0) {
            return policy.intercepts("2024-02", "ZTO", "SF");
        }
        List<Runnable> switches =
                List.of(
                        policy::fastRefund,
                        () -> policy.preShipAgreeUnder(Money.yuan(60)),
                        policy::smallAmount,
                        () -> policy.lostInTransitCap(Money.yuan(80)),
                        policy::rejectThenRefund,
                        policy::sevenDayReturn,
                        () -> policy.postShipReturnUnder(Money.yuan(90)),
                        () -> policy.intercepts("2024-02", "ZTO", "SF"),
                        () -> policy.rule(ownRule(random)));
        switches.stream().filter(_ -> random.nextBoolean()).forEach(Runnable::run);
        return policy;
    }

    private static ShopRule ownRule(Random random) {
        Decision decision = Decision.values()[random.nextInt(Decision.values().length)];
        Set<Stage> stages = random.nextBoolean() ? Set.of(Stage.IN_TRANSIT) : Set.of();
        Set<StallKind> stalls = random.nextInt(3) == 0 ? Set.of(StallKind.IN_TRANSIT) : Set.of();
        return APolicy.rule("own", decision, null, stages, stalls);
    }

    private static List<Consumer<ADesk>> randomEvents(Random random) {
        List<Consumer<ADesk>> events = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            events.add(placed());
            events.add(paid());
        }
        while (events.size() < EVENTS) {
            int kind = random.nextInt(19);
            Consumer<ADesk> event = randomEvent(kind, random, events.size());
            events.add(event);
            if (kind < REPEATABLE && random.nextInt(4) == 0) {
                events.add(again(event));
            }
        }
        return events;
    }

    /** A fact, request or answer that is repeated at once changes nothing. */
    private static Consumer<ADesk> again(Consumer<ADesk> event) {
        return desk -> {
            Dossier before = desk.dossier();
            int said = desk.said().size();
            event.accept(desk);
            assertThat(desk.dossier()).isEqualTo(before);
            assertThat(desk.said()).hasSize(said);
        };
    }

    private static Consumer<ADesk> placed() {
        return desk ->
                desk.learns(facts ->
                        facts.with(anOrder().goods(GoodsTrait.SEVEN_DAY_RETURN).placedEvent()));
    }

    private static Consumer<ADesk> paid() {
        return desk -> desk.learns(facts -> facts.with(anOrder().of(PAID).paidEvent()));
    }

    private static Consumer<ADesk> randomEvent(int kind, Random random, long revision) {
        RefundId refund = new RefundId("r-" + (1 + random.nextInt(3)));
        return switch (kind) {
            case 0 -> ordered(random);
            case 1, 2 -> requested(random, refund);
            case 3 -> shipped(random);
            case 4 -> moved(random, revision);
            case 5 -> stalled(random, revision);
            case 6, 10 -> courier(random, refund);
            case 7, 8 -> payment(random, refund);
            case 9 -> person(random, refund);
            case 14, 15 -> dealing(random, refund);
            case 16, 17, 18 -> days(random);
            default -> passed(random);
        };
    }

    /** Both days answer a question that was asked, the last one mostly; most of them grant. */
    private static Consumer<ADesk> days(Random random) {
        int back = random.nextInt(4) == 0 ? 2 + random.nextInt(6) : random.nextInt(2);
        boolean denies = random.nextInt(5) == 0;
        boolean both = random.nextInt(3) > 0;
        return desk -> {
            List<AllowanceAsked> asked =
                    desk.said().stream()
                            .filter(Message.ToTreasurer.class::isInstance)
                            .map(message -> ((Message.ToTreasurer) message).question())
                            .filter(AllowanceAsked.class::isInstance)
                            .map(AllowanceAsked.class::cast)
                            .toList();
            for (int i = 0; i <= (both ? 1 : 0); i++) {
                int at = asked.size() - 1 - (back ^ i);
                if (at >= 0) {
                    desk.answers(answer(asked.get(at), denies && i == 0));
                }
            }
        };
    }

    private static AllowanceAnswer answer(AllowanceAsked asked, boolean denies) {
        return denies
                ? new AllowanceDenied(
                        asked.of(),
                        ORDER,
                        asked.refundId(),
                        asked.attempt(),
                        PAID,
                        PAID,
                        asked.at())
                : new AllowanceGranted(
                        asked.of(), ORDER, asked.refundId(), asked.attempt(), asked.at());
    }

    private static Consumer<ADesk> ordered(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> placed();
            case 3, 4, 5 -> paid();
            case 6 -> desk -> desk.learns(facts -> facts.with(new OrderReceived(ORDER, NOON)));
            default ->
                    desk ->
                            desk.learns(facts ->
                                    facts.with(new OrderClosed(ORDER, CloseReason.UNPAID, NOON)));
        };
    }

    private static Consumer<ADesk> shipped(Random random) {
        return switch (random.nextInt(19)) {
            case 0 -> desk -> desk.learns(facts -> facts.with(shipment(SECOND, true)));
            case 1 ->
                    desk ->
                            desk.learns(facts ->
                                    facts.with(new ShipmentCancelled(ORDER, SECOND, NOON)));
            default -> desk -> desk.learns(facts -> facts.with(shipment(PARCEL, true)));
        };
    }

    private static Consumer<ADesk> dealing(Random random, RefundId refund) {
        OfferId offer = new OfferId("of-" + random.nextInt(3));
        Money amount = Money.yuan(List.of(5, 30, 50, 90).get(random.nextInt(4)));
        RefundKind kind = RefundKind.values()[random.nextInt(2)];
        AftersalesRequest asked =
                switch (random.nextInt(7)) {
                    case 0, 1 ->
                            new OfferMade(
                                    ORDER,
                                    refund,
                                    offer,
                                    OfferKind.PARTIAL_REFUND,
                                    amount,
                                    "a",
                                    "",
                                    NOON);
                    case 2 ->
                            new OfferMade(
                                    ORDER,
                                    refund,
                                    offer,
                                    OfferKind.RESHIPMENT,
                                    null,
                                    "a",
                                    "",
                                    NOON);
                    case 3 -> new OfferAccepted(ORDER, refund, offer, NOON);
                    case 4 -> new OfferDeclined(ORDER, refund, offer, NOON);
                    case 5 -> new OfferWithdrawn(ORDER, refund, offer, "a", NOON);
                    default ->
                            new RefundChanged(
                                    ORDER,
                                    refund,
                                    kind,
                                    amount,
                                    RefundReason.OTHER,
                                    List.of(),
                                    List.of(),
                                    NOON);
                };
        return desk -> desk.asked(asked);
    }

    private static Consumer<ADesk> requested(Random random, RefundId refund) {
        RefundKind kind = RefundKind.values()[random.nextInt(2)];
        Money amount = Money.yuan(List.of(5, 40, 60, 100, 100, 101).get(random.nextInt(6)));
        return desk -> desk.refundAsked(refund, kind, amount);
    }

    private static Consumer<ADesk> moved(Random random, long revision) {
        boolean back = random.nextInt(4) == 0;
        Stage stage =
                back && random.nextBoolean()
                        ? Stage.SIGNED
                        : Stage.values()[random.nextInt(Stage.values().length)];
        Duration ago = Duration.ofHours(random.nextInt(48));
        return desk ->
                desk.learns(facts ->
                        facts.with(
                                milestone(
                                        back ? BACK : PARCEL,
                                        back ? ParcelRole.RETURN : ParcelRole.DELIVERY,
                                        stage,
                                        revision,
                                        desk.now().minus(ago))));
    }

    private static Consumer<ADesk> stalled(Random random, long revision) {
        StallLevel level = StallLevel.values()[random.nextInt(2)];
        boolean suspect = random.nextInt(3) == 0;
        return desk ->
                desk.learns(facts ->
                        facts.with(
                                stallEvent(
                                        stall(PARCEL, StallKind.IN_TRANSIT, level, suspect, null),
                                        revision)));
    }

    private static Consumer<ADesk> courier(Random random, RefundId refund) {
        InterceptionId id = InterceptionId.of(refund);
        ParcelId parcel = random.nextInt(4) == 0 ? SECOND : PARCEL;
        InterceptionResult result =
                List.of(
                                new InterceptionAccepted(id, refund, ORDER, parcel, NOON),
                                new InterceptionSucceeded(id, refund, ORDER, parcel, NOON),
                                new InterceptionFailed(id, refund, ORDER, parcel, "NO", NOON),
                                new InterceptionUnknown(id, refund, ORDER, parcel, "", NOON))
                        .get(random.nextInt(4));
        return desk -> desk.answers(result);
    }

    private static Consumer<ADesk> payment(Random random, RefundId refund) {
        CaseEvent event =
                List.of(
                                new CaseEvent.PaymentMade(PAID),
                                new CaseEvent.PaymentDeclined(),
                                new CaseEvent.PaymentParked())
                        .get(random.nextInt(3));
        return desk -> desk.happens(refund, event);
    }

    private static Consumer<ADesk> person(Random random, RefundId refund) {
        return switch (random.nextInt(7)) {
            case 0 -> desk -> desk.asked(new RefundWithdrawn(ORDER, refund, NOON));
            case 1 -> desk -> desk.asked(new MerchantAgreed(ORDER, refund, "a", NOON));
            case 2, 6 -> refused(random, refund);
            case 3, 4 -> waybillGiven(random, refund);
            default -> desk -> desk.happens(refund, new CaseEvent.ShopConfirmed());
        };
    }

    private static Consumer<ADesk> refused(Random random, RefundId refund) {
        RefusalProof.Kind kind = RefusalProof.Kind.values()[random.nextInt(4)];
        RefusalProof proof =
                random.nextBoolean() ? new RefusalProof(kind, "https://proof.example/1") : null;
        return desk -> desk.asked(new MerchantRefused(ORDER, refund, "a", "no", proof, NOON));
    }

    private static Consumer<ADesk> waybillGiven(Random random, RefundId refund) {
        ParcelId parcel = random.nextInt(5) == 0 ? PARCEL : BACK;
        return desk -> desk.happens(refund, new CaseEvent.WaybillGiven(parcel));
    }

    private static Consumer<ADesk> passed(Random random) {
        Duration passed =
                random.nextBoolean()
                        ? Duration.ofHours(random.nextInt(72))
                        : Duration.ofMinutes(random.nextInt(72));
        boolean known = random.nextInt(3) > 0;
        return desk -> {
            desk.after(passed);
            desk.pulse(known ? desk.now() : null);
        };
    }
}
