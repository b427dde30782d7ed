package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.notifier.notice.Buyer.Day;
import io.waybillguard.notifier.notice.Buyer.Pending;
import io.waybillguard.notifier.notice.Buyer.Underway;
import io.waybillguard.notifier.notice.Composer.Message;
import io.waybillguard.notifier.notice.News.Happened;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that waits for one buyer leaves now: as messages, or suppressed for a reason. */
final class Telling {

    private final PlanRules rules;
    private final Composer composer;
    private final Function<ShopId, NoticeTerms> terms;
    private final Instant now;
    private final LocalDate day;
    private final List<NoticePlanned> planned = new ArrayList<>();
    private final List<NoticeSuppressed> suppressed = new ArrayList<>();
    private final List<Underway> underway = new ArrayList<>();

    Telling(PlanRules rules, Composer composer, Function<ShopId, NoticeTerms> terms, Instant now) {
        this.rules = rules;
        this.composer = composer;
        this.terms = terms;
        this.now = now;
        this.day = rules.quietHours().dayOf(now);
    }

    Outcome of(Buyer buyer) {
        Map<ShopId, List<Happened>> byShop = new LinkedHashMap<>();
        Set<Matter> matters = new LinkedHashSet<>();
        Set<Matter> settled = new LinkedHashSet<>();
        for (Pending piece : buyer.pending()) {
            Happened news = piece.news();
            matters.add(news.matter());
            SuppressedBecause because = heldBack(buyer, news);
            if (because == null || !news.matter().aboutOffer()) {
                settled.add(news.matter());
            }
            if (because == null) {
                byShop.computeIfAbsent(news.shopId(), _ -> new ArrayList<>()).add(news);
            } else {
                suppressed.add(Plan.suppressed(news, because, now));
            }
        }
        int messages = buyer.messagesOn(day);
        for (Map.Entry<ShopId, List<Happened>> shop : byShop.entrySet()) {
            for (Message message : composer.compose(shop.getValue(), terms.apply(shop.getKey()))) {
                messages += tell(buyer.id(), shop.getKey(), message, messages);
            }
        }
        Buyer told = buyer.dropping(matters).settling(settled, now).withUnderway(underway(buyer));
        Buyer counted = planned.isEmpty() ? told : told.withToday(new Day(day, messages));
        return new Outcome(counted, planned, suppressed, List.of());
    }

    private List<Underway> underway(Buyer buyer) {
        return Stream.concat(buyer.underway().stream(), underway.stream())
                .filter(message -> now.isBefore(message.notAfter()))
                .toList();
    }

    private @Nullable SuppressedBecause heldBack(Buyer buyer, Happened news) {
        if (!now.isBefore(byItsAge(news))) {
            return SuppressedBecause.STALE;
        }
        return buyer.optedOut() && !news.essential() ? SuppressedBecause.OPTED_OUT : null;
    }

    /** How many messages left: one, or none when the day is full. */
    private int tell(BuyerId buyer, ShopId shop, Message message, int messages) {
        boolean essential = message.pieces().stream().anyMatch(Happened::essential);
        if (messages >= rules.dailyCap() && !essential) {
            message.pieces()
                    .forEach(news ->
                            suppressed.add(
                                    Plan.suppressed(news, SuppressedBecause.DAILY_CAP, now)));
            return 0;
        }
        List<NoticeSubject> subjects = message.pieces().stream().map(Happened::subject).toList();
        NoticeId id = idOf(buyer, message.pieces());
        Instant notAfter = notAfter(message.pieces(), essential);
        List<Matter> matters = message.pieces().stream().map(Happened::matter).toList();
        underway.add(new Underway(id, matters, essential, notAfter));
        planned.add(
                new NoticePlanned(
                        id,
                        buyer,
                        shop,
                        subjects,
                        message.language(),
                        message.text(),
                        notAfter,
                        now));
        return 1;
    }

    /** News that only rides along does not make stale what a refund needs. */
    private Instant notAfter(List<Happened> pieces, boolean essential) {
        return pieces.stream()
                .filter(news -> !essential || news.essential())
                .map(this::notAfter)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    private Instant notAfter(Happened news) {
        Instant byItsAge = byItsAge(news);
        Instant byThePlan = now.plus(rules.stallStaleAfter());
        boolean stall = news.matter().aboutStall();
        return stall && byThePlan.isBefore(byItsAge) ? byThePlan : byItsAge;
    }

    /** An offer is nothing to tell of once it is void. */
    private Instant byItsAge(Happened news) {
        Instant old = news.at().plus(rules.staleAfter());
        Instant voidAt = news.voidAt();
        return voidAt != null && voidAt.isBefore(old) ? voidAt : old;
    }

    /** The same for the same matters, whenever they are told: a replay plans the same id. */
    private static NoticeId idOf(BuyerId buyer, List<Happened> pieces) {
        String matters =
                pieces.stream()
                        .map(Happened::matter)
                        .sorted()
                        .map(Matter::value)
                        .collect(Collectors.joining("\n", buyer + "\n", ""));
        return new NoticeId(
                UUID.nameUUIDFromBytes(matters.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
