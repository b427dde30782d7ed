package io.waybillguard.notifier.notice;

import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.NoticeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One buyer: what waits to be told, and what needs no telling any more.
 *
 * @param optedOut wants no messages but those a refund needs
 * @param pending in the order it was heard
 * @param settled what was told, or was decided not to be told, and when
 * @param today how many messages were planned on the latest day on which there was one
 * @param due the one next deadline: of what waits, else of what may be forgotten
 * @param underway messages that can be recalled
 */
public record Buyer(
        BuyerId id,
        boolean optedOut,
        List<Pending> pending,
        NavigableMap<Matter, Instant> settled,
        @Nullable Day today,
        @Nullable Instant due,
        List<Underway> underway) {

    /** A piece of news that waits. */
    public record Pending(News.Happened news, Instant heard) {}

    /** Messages planned on one day of the buyer. */
    public record Day(LocalDate date, int messages) {}

    /**
     * A message that was planned and may still wait to be sent.
     *
     * @param matters those it tells that are not over
     * @param essential whether a refund needs any of them
     * @param notAfter it is not sent from then on
     */
    public record Underway(
            NoticeId noticeId, List<Matter> matters, boolean essential, Instant notAfter) {
        public Underway {
            matters = Checks.list(matters);
        }

        Underway without(Collection<Matter> over) {
            List<Matter> rest =
                    matters.stream()
                            .filter(one -> over.stream().noneMatch(any -> any.covers(one)))
                            .toList();
            return new Underway(noticeId, rest, essential, notAfter);
        }
    }

    public Buyer {
        underway = Checks.list(underway);
        pending = pending == null ? List.of() : List.copyOf(pending);
        settled =
                settled == null
                        ? Collections.emptyNavigableMap()
                        : Collections.unmodifiableNavigableMap(new TreeMap<>(settled));
    }

    /** A buyer nothing is known of. */
    public static Buyer unknown(BuyerId id) {
        return new Buyer(id, false, List.of(), new TreeMap<>(), null, null, List.of());
    }

    /** Whether there is nothing left to keep. */
    public boolean nothingToKeep() {
        return !optedOut && pending.isEmpty() && settled.isEmpty();
    }

    boolean knows(Matter matter) {
        return wasTold(matter) || waitsFor(matter);
    }

    /** Whether it was told; what is not an offer, also whether it was decided not to be. */
    boolean wasTold(Matter matter) {
        return settled.containsKey(matter);
    }

    private boolean waitsFor(Matter matter) {
        return pending.stream().anyMatch(piece -> piece.news().matter().equals(matter));
    }

    int messagesOn(LocalDate date) {
        Day day = today;
        return day != null && day.date().equals(date) ? day.messages() : 0;
    }

    Buyer withOptedOut(boolean wish) {
        return new Buyer(id, wish, pending, settled, today, due, underway);
    }

    Buyer withDue(@Nullable Instant next) {
        return new Buyer(id, optedOut, pending, settled, today, next, underway);
    }

    Buyer withToday(Day day) {
        return new Buyer(id, optedOut, pending, settled, day, due, underway);
    }

    Buyer waitingFor(News.Happened news, Instant heard) {
        List<Pending> more = new ArrayList<>(pending);
        more.add(new Pending(news, heard));
        return new Buyer(id, optedOut, more, settled, today, due, underway);
    }

    /** Nothing waits under {@code matters} any more. */
    Buyer dropping(Set<Matter> matters) {
        List<Pending> rest =
                pending.stream().filter(piece -> !matters.contains(piece.news().matter())).toList();
        return new Buyer(id, optedOut, rest, settled, today, due, underway);
    }

    /** Nothing waits under {@code matters} any more, and nothing will again. */
    Buyer settling(Set<Matter> matters, Instant at) {
        NavigableMap<Matter, Instant> all = new TreeMap<>(settled);
        matters.forEach(matter -> all.putIfAbsent(matter, at));
        return new Buyer(id, optedOut, pending, all, today, due, underway).dropping(matters);
    }

    /** These are the messages that may still wait to be sent. */
    Buyer withUnderway(List<Underway> messages) {
        return new Buyer(id, optedOut, pending, settled, today, due, messages);
    }

    /** What was settled until {@code latest} is forgotten, and of the rest all but the newest. */
    Buyer forgetting(Instant latest, int atMost) {
        NavigableMap<Matter, Instant> kept = new TreeMap<>(settled);
        kept.values().removeIf(at -> !at.isAfter(latest));
        kept.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(Math.max(0, kept.size() - atMost))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(kept::remove);
        return new Buyer(id, optedOut, pending, kept, today, due, underway);
    }
}
