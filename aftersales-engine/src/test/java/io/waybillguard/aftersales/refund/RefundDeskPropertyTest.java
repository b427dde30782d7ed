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
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.types.Money;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to an order, in whatever order and however often. */
class RefundDeskPropertyTest {

    private static final int HISTORIES = 1000;
    private static final int EVENTS = 40;

    /** Kinds of event below it change nothing when they are repeated at once. */
    private static final int REPEATABLE = 9;

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
            ADesk desk = new ADesk(policy);
            for (Consumer<ADesk> event : events) {
                event.accept(desk);
                checkCases(desk);
            }
            checkSaid(desk);
            assertThat(replayed(policy, events).said()).isEqualTo(desk.said());
        }
    }

    private static ADesk replayed(APolicy policy, List<Consumer<ADesk>> events) {
        ADesk again = new ADesk(policy);
        events.forEach(event -> event.accept(again));
        return again;
    }

    private static void checkSaid(ADesk desk) {
        Map<RefundId, Integer> open = new HashMap<>();
        Map<RefundId, Money> outstanding = new HashMap<>();
        Set<RefundId> decided = new HashSet<>();
        Set<RefundId> intercepted = new HashSet<>();
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
                        assertThat(intercepted.add(asked.refundId())).isTrue();
                default -> {}
            }
        }
        for (RefundCase known : desk.dossier().cases()) {
            assertThat(decided.contains(known.file().id()))
                    .isEqualTo(known.state() != CaseState.WAITING_FOR_ORDER);
        }
    }

    private static void checkCases(ADesk desk) {
        for (RefundCase known : desk.dossier().cases()) {
            if (known.state() != CaseState.CLOSED
                    && known.deadline() == null
                    && known.actor() == Actor.NOBODY) {
                throw new AssertionError("nobody and nothing moves " + known);
            }
        }
    }

    private static Money sum(Map<RefundId, Money> amounts) {
        return amounts.values().stream().reduce(Money.ZERO, Money::plus);
    }

    private static APolicy randomPolicy(Random random) {
        APolicy policy = aPolicy();
        List<Runnable> switches =
                List.of(
                        policy::fastRefund,
                        () -> policy.preShipAgreeUnder(Money.yuan(60)),
                        policy::smallAmount,
                        () -> policy.lostInTransitCap(Money.yuan(80)),
                        policy::rejectThenRefund,
                        policy::sevenDayReturn,
                        () -> policy.postShipReturnUnder(Money.yuan(90)),
                        () -> policy.intercepts("2023-06", "ZTO"));
        switches.stream().filter(_ -> random.nextBoolean()).forEach(Runnable::run);
        return policy;
    }

    private static List<Consumer<ADesk>> randomEvents(Random random) {
        List<Consumer<ADesk>> events = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            events.add(placed());
            events.add(paid());
        }
        while (events.size() < EVENTS) {
            int kind = random.nextInt(12);
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
            case 0 -> random.nextBoolean() ? placed() : paid();
            case 1, 2 -> requested(random, refund);
            case 3 -> desk -> desk.learns(facts -> facts.with(shipment(PARCEL, true)));
            case 4 -> moved(random, revision);
            case 5 -> stalled(random, revision);
            case 6 -> courier(random, refund);
            case 7, 8 -> payment(random, refund);
            case 9 -> person(random, refund);
            default -> passed(random);
        };
    }

    private static Consumer<ADesk> requested(Random random, RefundId refund) {
        RefundKind kind = RefundKind.values()[random.nextInt(2)];
        Money amount = Money.yuan(List.of(5, 40, 60, 100, 101).get(random.nextInt(5)));
        return desk -> desk.refundAsked(refund, kind, amount);
    }

    private static Consumer<ADesk> moved(Random random, long revision) {
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        boolean back = random.nextInt(4) == 0;
        return desk ->
                desk.learns(facts ->
                        facts.with(
                                milestone(
                                        back ? BACK : PARCEL,
                                        back ? ParcelRole.RETURN : ParcelRole.DELIVERY,
                                        stage,
                                        revision,
                                        desk.now())));
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
        CaseEvent event =
                List.of(
                                new CaseEvent.CourierAccepted(),
                                new CaseEvent.CourierStopped(),
                                new CaseEvent.CourierFailed(),
                                new CaseEvent.CourierUnsure())
                        .get(random.nextInt(4));
        return desk -> desk.happens(refund, event);
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
        return switch (random.nextInt(5)) {
            case 0 -> desk -> desk.asked(new RefundWithdrawn(ORDER, refund, NOON));
            case 1 -> desk -> desk.asked(new MerchantAgreed(ORDER, refund, "a", NOON));
            case 2 -> desk -> desk.asked(new MerchantRefused(ORDER, refund, "a", "no", null, NOON));
            case 3 -> desk -> desk.happens(refund, new CaseEvent.WaybillGiven(BACK));
            default -> desk -> desk.happens(refund, new CaseEvent.ShopConfirmed());
        };
    }

    private static Consumer<ADesk> passed(Random random) {
        Duration passed = Duration.ofHours(random.nextInt(72));
        boolean known = random.nextInt(3) > 0;
        return desk -> {
            desk.after(passed);
            desk.pulse(known ? desk.now() : null);
        };
    }
}
