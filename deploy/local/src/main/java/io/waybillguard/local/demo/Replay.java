package io.waybillguard.local.demo;

import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Captured webhooks, fed as they were captured. Each parcel met is first made a shipped order of
 * its own, so that its stalls can be told; the webhooks of one parcel keep their order.
 */
final class Replay {

    private static final Duration SHIPPED_BEFORE_FIRST_LINE = Duration.ofHours(3);
    private static final Region DESTINATION = new Region("浙江", "杭州");

    /** Headers that belong to the connection they came over, and the one that is told apart. */
    private static final Set<String> NOT_SENT =
            Set.of(
                    "connection",
                    "content-length",
                    "content-type",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final Post post;
    private final OrderDesk desk;
    private final Playbook playbook;
    private final Pace pace;
    private final String tag;
    private final List<Group> groups;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Replay(
            Post post,
            OrderDesk desk,
            Playbook playbook,
            Pace pace,
            String tag,
            List<ReplayLine> lines) {
        this.post = post;
        this.desk = desk;
        this.playbook = playbook;
        this.pace = pace;
        this.tag = tag;
        this.groups = groups(lines);
    }

    /** The webhooks of one parcel, or one webhook of which no parcel could be told. */
    private record Group(String name, List<Captured> webhooks) {}

    private record Captured(ReplayLine line, Optional<CapturedHistory> history) {}

    /** How many parcels, and webhooks without one, there are. */
    int size() {
        return groups.size();
    }

    void play() throws InterruptedException {
        List<Ensemble.Named> scenes = new ArrayList<>();
        for (int n = 0; n < groups.size(); n++) {
            Group group = groups.get(n);
            OrderId order = new OrderId("%s-%05d".formatted(tag, n));
            scenes.add(new Ensemble.Named(group.name(), () -> play(group, order)));
        }
        new Ensemble(pace, playbook).play(scenes, _ -> {});
    }

    private void play(Group group, OrderId order) throws InterruptedException {
        List<CapturedHistory> histories =
                group.webhooks().stream().flatMap(one -> one.history().stream()).toList();
        if (!histories.isEmpty()) {
            register(order, histories.getFirst().parcel(), shippedAt(histories));
        }
        boolean taken = true;
        for (Captured captured : group.webhooks()) {
            taken &= send(captured);
        }
        if (taken) {
            foresee(histories);
        }
    }

    private void register(OrderId order, ParcelId parcel, Instant shippedAt)
            throws InterruptedException {
        BuyerId buyer = new BuyerId(order.value() + "-b");
        ShopId shop = new ShopId("replay");
        Basket basket = Basket.SHIRT;
        desk.place(order, shop, buyer, basket, DESTINATION);
        desk.pay(order, basket.price());
        playbook.paid(order, basket.price());
        desk.ship(order, parcel, true, shippedAt);
    }

    /** Tells of a webhook that did not get there; the others of its parcel still go. */
    private boolean send(Captured captured) throws InterruptedException {
        ReplayLine line = captured.line();
        Map<String, String> headers = new TreeMap<>();
        line.headers().entrySet().stream()
                .filter(header -> !NOT_SENT.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> headers.put(header.getKey(), header.getValue()));
        headers.put("Content-Type", line.contentType());
        int history = captured.history().map(CapturedHistory::lines).orElse(0);
        Legibility legibility = history > 0 ? Legibility.GOOD : Legibility.DOUBTFUL;
        Post.Outcome outcome =
                post.send(
                        line.provider(), line.account(), headers, line.body(), history, legibility);
        return switch (outcome) {
            case Post.Outcome.Taken _ -> true;
            case Post.Outcome.Refused(int status) -> {
                playbook.trouble(line.where() + " was refused with " + status);
                yield false;
            }
            case Post.Outcome.Lost _ -> {
                playbook.trouble(line.where() + " was lost: it was never answered");
                yield false;
            }
        };
    }

    /** Of a parcel whose lines can be read: how long it has been silent. */
    private void foresee(List<CapturedHistory> histories) {
        histories.stream()
                .map(CapturedHistory::latest)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .ifPresent(latest ->
                        playbook.foresees(
                                histories.getFirst().parcel(), Foreseen.Silent.since(latest, now)));
    }

    private Instant shippedAt(List<CapturedHistory> histories) {
        return histories.stream()
                .map(CapturedHistory::earliest)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(now)
                .minus(SHIPPED_BEFORE_FIRST_LINE);
    }

    private static List<Group> groups(List<ReplayLine> lines) {
        Map<String, List<Captured>> groups = new LinkedHashMap<>();
        for (int n = 0; n < lines.size(); n++) {
            Captured captured = new Captured(lines.get(n), CapturedHistory.in(lines.get(n)));
            String name =
                    captured.history()
                            .map(history -> history.parcel().toString())
                            .orElse("webhook " + (n + 1));
            groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(captured);
        }
        return groups.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
