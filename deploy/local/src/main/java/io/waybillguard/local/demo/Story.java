package io.waybillguard.local.demo;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays one part: places, pays and ships the order, lets its parcels travel, asks and acts. */
final class Story {

    private static final String AGENT = "demo-agent";

    private final Part part;
    private final OrderDesk desk;
    private final OrderNews news;
    private final Playbook playbook;
    private final Pace pace;
    private final Instant now;
    private final Road road;
    private final Bargaining bargaining;

    /**
     * A story.
     *
     * @param salts by account; an account without one does not sign
     * @param now the demo's now
     */
    Story(
            Part part,
            OrderDesk desk,
            Post post,
            OrderNews news,
            Playbook playbook,
            Pace pace,
            Map<String, String> salts,
            Instant now) {
        this.part = part;
        this.desk = desk;
        this.news = news;
        this.playbook = playbook;
        this.pace = pace;
        this.now = now;
        this.road = new Road(post, news, pace, salts, now);
        this.bargaining = new Bargaining(part.scenario().name(), desk, news, playbook, pace);
    }

    /**
     * Buys, ships and lets the parcels travel.
     *
     * @throws StoryBroken when the platform does not play its part
     */
    void begin() throws InterruptedException {
        for (Parcel parcel : part.parcels()) {
            if (isToldEarly(parcel)) {
                road.tell(parcel);
            }
        }
        buy();
        for (Parcel parcel : part.parcels()) {
            if (!isToldEarly(parcel)) {
                road.tell(parcel);
            }
        }
    }

    /**
     * Asks when it is time to, and acts on the answer. On a slow machine a short deadline may be
     * faster than the people in the story: then the story is over.
     *
     * @throws StoryBroken when the platform does not play its part
     */
    void goOn() throws InterruptedException {
        awaitParcels();
        ask();
        try {
            for (Act act : part.scenario().acts()) {
                act(act);
            }
            awaitEnd();
        } catch (StoryBroken e) {
            if (part.scenario().asks().isEmpty()
                    || !news.holds(known -> known.isOvertaken(lastRefund()))) {
                throw e;
            }
            playbook.overtaken();
        }
    }

    /**
     * An old history comes before the shop's word: the parcel would be a stall of another kind in
     * between. Of the others, half do.
     */
    private static boolean isToldEarly(Parcel parcel) {
        return !parcel.trip().isFresh() || (parcel.seed() & 1) == 0;
    }

    private void buy() throws InterruptedException {
        Basket basket = part.scenario().basket();
        desk.place(part.order(), part.shop(), part.buyer(), basket, part.destination());
        desk.pay(part.order(), basket.price());
        playbook.paid(part.order(), basket.price());
        for (Parcel parcel : part.parcels()) {
            ship(parcel);
        }
        foresee();
    }

    private void ship(Parcel parcel) throws InterruptedException {
        Trip trip = parcel.trip();
        Instant shippedAt = now.minus(trip.shippedAgo()).truncatedTo(ChronoUnit.SECONDS);
        desk.ship(part.order(), parcel.id(), trip.platformWaybill(), shippedAt);
    }

    /** The first parcel shows the scenario's stall; no other stalls, also none that comes back. */
    private void foresee() {
        Halt halt = part.scenario().halt();
        part.parcels().forEach(parcel -> playbook.foresees(parcel.id(), new Foreseen.Moves()));
        if (halt != null) {
            playbook.foresees(part.parcels().getFirst().id(), new Foreseen.Stops(halt));
        }
    }

    private void awaitParcels() throws InterruptedException {
        for (Parcel parcel : part.parcels()) {
            road.awaitEnd(parcel);
        }
        Halt halt = part.scenario().halt();
        if (halt != null) {
            road.awaitHalt(part.parcels().getFirst(), halt);
        }
    }

    private void ask() throws InterruptedException {
        List<Ask> asks = part.scenario().asks();
        for (int n = 0; n < asks.size(); n++) {
            Ask ask = asks.get(n);
            RefundId refund = part.refund(n);
            Thread.sleep(pace.thinking());
            desk.ask(part.order(), refund, ask);
            Decided expected = new Decided(ask.decision(), ask.row());
            playbook.asked(
                    new Asked(
                            refund, part.order(), part.scenario().name(), ask.amount(), expected));
            news.await(
                    refund + " to be decided", pace.patience(), known -> known.isDecided(refund));
        }
    }

    private void act(Act act) throws InterruptedException {
        switch (act) {
            case Act.Withdraw _ -> desk.about(lastRefund(), "withdrawal", Map.of());
            case Act.Agree _ -> desk.about(lastRefund(), "agreement", Map.of("agent", AGENT));
            case Act.Refuse(var proof) -> desk.about(lastRefund(), "refusal", refusal(proof));
            case Act.SendBack back -> sendBack(back);
            case Act.Confirm _ -> confirm();
            case Act.Offer(var part) -> bargaining.offer(lastRefund(), part, AGENT);
            case Act.Accept _ -> bargaining.accept(lastRefund(), offered());
            case Act.Decline _ -> bargaining.decline(lastRefund(), offered());
            case Act.ShipAgain _ -> shipAgain();
            case Act.Move(List<LineKind> kinds) ->
                    road.move(part.parcels().getFirst(), kinds, part.scenario().halt() != null);
        }
    }

    /** The part of the money that the shop offers; null: the goods once more. */
    private @Nullable Money offered() {
        for (Act act : part.scenario().acts()) {
            if (act instanceof Act.Offer(var offered)) {
                return offered;
            }
        }
        return null;
    }

    private static Map<String, ?> refusal(RefusalProof.@Nullable Kind proof) {
        String reason = "cannot be called back";
        return proof == null
                ? Map.of("agent", AGENT, "reason", reason)
                : Map.of(
                        "agent", AGENT,
                        "reason", reason,
                        "proof", Map.of("kind", proof, "url", "https://proofs.example/recall"));
    }

    private void sendBack(Act.SendBack act) throws InterruptedException {
        Parcel back = part.back().getFirst();
        desk.about(
                lastRefund(),
                "return-waybill",
                Map.of(
                        "courier", back.id().courier(),
                        "waybill", back.id().waybill(),
                        "by", act.by()));
        playbook.foresees(back.id(), new Foreseen.Moves());
        road.tell(back);
    }

    /** The return arrives, and the shop says so. */
    private void confirm() throws InterruptedException {
        road.sign(part.back().getFirst());
        RefundId refund = lastRefund();
        news.await(
                refund + " to be RETURN_SIGNED",
                pace.patience(),
                known -> known.isIn(refund, CaseState.RETURN_SIGNED) || known.isOvertaken(refund));
        desk.about(refund, "return-confirmation", Map.of("agent", AGENT));
    }

    /** The goods once more, in a parcel that is watched like every other. */
    private void shipAgain() throws InterruptedException {
        Parcel again = part.again().getFirst();
        ship(again);
        playbook.foresees(again.id(), new Foreseen.Moves());
        road.tell(again);
        road.awaitEnd(again);
    }

    private void awaitEnd() throws InterruptedException {
        CaseOutcome end = part.scenario().end();
        if (end != null) {
            RefundId refund = lastRefund();
            news.await(
                    refund + " to end " + end,
                    pace.patience(),
                    known -> known.hasEnded(refund, end) || known.isOvertaken(refund));
            if (!news.holds(known -> known.hasEnded(refund, end))) {
                throw new StoryBroken(refund + " did not end " + end);
            }
        }
    }

    private RefundId lastRefund() {
        return part.refund(part.scenario().asks().size() - 1);
    }
}
