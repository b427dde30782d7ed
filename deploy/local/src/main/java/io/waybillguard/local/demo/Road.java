package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the parcels of one order travel: what couriers push of them, and what is seen of that. */
final class Road {

    private final Post post;
    private final OrderNews news;
    private final Pace pace;
    private final Map<String, String> salts;
    private final Instant now;

    /**
     * A road.
     *
     * @param salts by account; an account without one does not sign
     * @param now the demo's now
     */
    Road(Post post, OrderNews news, Pace pace, Map<String, String> salts, Instant now) {
        this.post = post;
        this.news = news;
        this.pace = pace;
        this.salts = Map.copyOf(salts);
        this.now = now;
    }

    /** The courier tells of the whole trip. */
    void tell(Parcel parcel) throws InterruptedException {
        for (Push push : plan(parcel).pushes()) {
            send(push);
        }
    }

    /** Who waits for it has it, a second from now. */
    void sign(Parcel parcel) throws InterruptedException {
        Instant signed = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        send(plan(parcel).after(List.of(new Kuaidi100.Line(LineKind.SIGNED, signed))));
    }

    /**
     * It is scanned again, now, in this order; waits until that is seen.
     *
     * @param stands whether it has a stall, which must clear
     */
    void move(Parcel parcel, List<LineKind> kinds, boolean stands) throws InterruptedException {
        Instant last = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Kuaidi100.Line> lines = new ArrayList<>();
        for (int n = 0; n < kinds.size(); n++) {
            lines.add(new Kuaidi100.Line(kinds.get(n), last.minusSeconds(kinds.size() - 1 - n)));
        }
        send(plan(parcel).after(lines));
        Stage stage = kinds.getLast().stage();
        if (stage != null) {
            awaitStage(parcel, stage);
        }
        if (stands) {
            news.await(
                    "the stall of " + parcel.id() + " to clear",
                    pace.patience(),
                    known -> known.hasCleared(parcel.id()));
        }
    }

    /** Waits until the parcel is where its trip ends. */
    void awaitEnd(Parcel parcel) throws InterruptedException {
        Stage stage = parcel.trip().ends();
        if (stage != Stage.REGISTERED) {
            awaitStage(parcel, stage);
        }
    }

    void awaitHalt(Parcel parcel, Halt halt) throws InterruptedException {
        news.await(
                parcel.id() + " to show " + halt,
                pace.patience(),
                known -> known.hasStalled(parcel.id(), halt));
    }

    private void awaitStage(Parcel parcel, Stage stage) throws InterruptedException {
        news.await(
                parcel.id() + " to be " + stage,
                pace.patience(),
                known -> known.isAt(parcel.id(), stage));
    }

    private PushPlan plan(Parcel parcel) {
        return new PushPlan(parcel, salts.get(parcel.account()), now);
    }

    private void send(Push push) throws InterruptedException {
        Post.Outcome outcome = post.send(push);
        if (!(outcome instanceof Post.Outcome.Taken)) {
            throw new StoryBroken("a push through account " + push.account() + " was " + outcome);
        }
    }
}
