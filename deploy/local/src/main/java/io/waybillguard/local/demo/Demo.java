package io.waybillguard.local.demo;

import io.waybillguard.events.types.ShopId;
import io.waybillguard.local.platform.Endpoints;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The demo: couriers and buyers in stories that reach every row and every kind of stall. */
final class Demo {

    /** One set of spoiled pushes for so many orders. */
    private static final int ORDERS_TO_A_SPOILED_SET = 50;

    private final Session session;
    private final Endpoints endpoints;
    private final Cast cast;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Semaphore openings;
    private final List<Ensemble.Named> scenes;

    Demo(Session session, Endpoints endpoints, Cast cast) {
        this.session = session;
        this.endpoints = endpoints;
        this.cast = cast;
        this.openings = new Semaphore(session.pace().openings());
        this.scenes = scenes();
    }

    /** How many scenes there are: the orders' stories and the spoiled pushes between them. */
    int size() {
        return scenes.size();
    }

    /** Plays all of it and waits for its stories, not for what they set off. */
    void play() throws InterruptedException, IOException {
        for (Map.Entry<ShopId, ShopStyle> shop : cast.shops().entrySet()) {
            session.desk().setPolicy(shop.getValue().policyOf(shop.getKey()));
        }
        Mischief mischief = new Mischief(session.outside(), endpoints);
        try {
            new Ensemble(session.pace(), session.playbook())
                    .play(scenes, begun -> mischief.at(begun, scenes.size()));
        } finally {
            mischief.end();
        }
    }

    private List<Ensemble.Named> scenes() {
        List<Ensemble.Named> all = new ArrayList<>();
        int n = 0;
        for (Part part : cast.parts()) {
            if (n % ORDERS_TO_A_SPOILED_SET == 0) {
                int set = n / ORDERS_TO_A_SPOILED_SET;
                all.add(new Ensemble.Named("spoiled pushes", () -> sendSpoiled(set)));
            }
            all.add(scene(part));
            n++;
        }
        return List.copyOf(all);
    }

    private Ensemble.Named scene(Part part) {
        Map<String, String> salts = Map.of(endpoints.webhookAccount(), endpoints.webhookSalt());
        Story story =
                new Story(
                        part,
                        session.desk(),
                        session.post(),
                        session.ledger().about(part.order()),
                        session.playbook(),
                        session.pace(),
                        salts,
                        now);
        return new Ensemble.Named(
                part.order() + " (" + part.scenario().name() + ")", () -> play(story));
    }

    private void play(Story story) throws InterruptedException {
        openings.acquire();
        try {
            story.begin();
        } finally {
            openings.release();
        }
        story.goOn();
    }

    private void sendSpoiled(int set) throws InterruptedException {
        for (SpoiledPush spoiled :
                SpoiledPush.oneOfEach(endpoints.webhookAccount(), endpoints.webhookSalt(), set)) {
            boolean taken = session.post().send(spoiled.push()) instanceof Post.Outcome.Taken;
            if (taken != spoiled.accepted()) {
                session.playbook()
                        .wronglyAnswered(
                                "a push with %s was %s"
                                        .formatted(spoiled.what(), taken ? "taken" : "refused"));
            }
        }
    }
}
