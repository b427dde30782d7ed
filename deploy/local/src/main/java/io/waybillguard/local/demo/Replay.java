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

    private final Session session;
    private final String tag;
    private final List<Group> groups;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Replay(Session session, String tag, List<ReplayLine> lines) {
        this.session = session;
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
        new Ensemble(session.pace(), session.playbook()).play(scenes, _ -> {});
    }

    private void play(Group group, OrderId order) throws InterruptedException {
        List<CapturedHistory> histories =
                group.webhooks().stream().flatMap(one -> one.history().stream()).toList();
        if (!histories.isEmpty()) {
            register(order, histories.getFirst().parcel(), shippedAt(histories));
        }
        for (Captured captured : group.webhooks()) {
            send(captured);
        }
    }

    private void register(OrderId order, ParcelId parcel, Instant shippedAt)
            throws InterruptedException {
        BuyerId buyer = new BuyerId(order.value() + "-b");
        ShopId shop = new ShopId("replay");
        Basket basket = Basket.SHIRT;
        session.desk().place(order, shop, buyer, basket, DESTINATION);
        session.desk().pay(order, basket.price());
        session.playbook().paid(order, basket.price());
        session.desk().ship(order, parcel, true, shippedAt);
    }

    private void send(Captured captured) throws InterruptedException {
        ReplayLine line = captured.line();
        Map<String, String> headers = new TreeMap<>();
        line.headers().entrySet().stream()
                .filter(header -> !NOT_SENT.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> headers.put(header.getKey(), header.getValue()));
        headers.put("Content-Type", line.contentType());
        int history = captured.history().map(CapturedHistory::lines).orElse(0);
        session.post().send(line.provider(), line.account(), headers, line.body(), history);
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
