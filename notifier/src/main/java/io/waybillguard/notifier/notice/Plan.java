package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.notifier.notice.Buyer.Pending;
import io.waybillguard.notifier.notice.News.Happened;
import io.waybillguard.notifier.notice.News.OptedIn;
import io.waybillguard.notifier.notice.News.OptedOut;
import io.waybillguard.notifier.notice.News.Over;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a buyer is told what. Each matter once for ever; what comes within the gathering time goes
 * together; nothing in quiet hours; nothing stale; nothing beyond the daily cap or after an opt-out
 * but what a refund needs. What is no longer worth telling is not told, or recalled; nobody is told
 * of the end of what he never heard of.
 */
public final class Plan {

    private final PlanRules rules;
    private final Composer composer;

    public Plan(PlanRules rules, Composer composer) {
        this.rules = rules;
        this.composer = composer;
    }

    /**
     * Takes in what is new.
     *
     * @param at when it was appended to the buyer's news
     */
    public Outcome hear(Buyer buyer, News news, Instant at) {
        return switch (news) {
            case Happened happened -> happened(buyer, happened, at);
            case Over over -> over(buyer, over, at);
            case OptedOut _ -> optedOut(buyer, at);
            case OptedIn _ -> Outcome.of(buyer.withOptedOut(false));
        };
    }

    private Outcome happened(Buyer buyer, Happened news, Instant at) {
        if (buyer.knows(news.matter())) {
            return suppressed(buyer, news, SuppressedBecause.DUPLICATE, at);
        }
        Matter told = news.follows();
        if (told != null && !buyer.wasTold(told)) {
            return suppressed(buyer, news, SuppressedBecause.STALE, at);
        }
        if (buyer.pending().size() >= rules.pendingAtMost()) {
            Set<Matter> matters = news.matter().aboutOffer() ? Set.of() : Set.of(news.matter());
            Buyer settled = forgetting(buyer.settling(matters, at), at);
            return suppressed(settled, news, SuppressedBecause.OTHER, at);
        }
        return Outcome.of(scheduled(buyer.waitingFor(news, at)));
    }

    private Outcome suppressed(Buyer buyer, Happened news, SuppressedBecause because, Instant at) {
        return Outcome.suppressing(scheduled(buyer), List.of(suppressed(news, because, at)));
    }

    private static Outcome optedOut(Buyer buyer, Instant at) {
        Recalling recalling = Recalling.optedOut(buyer, at);
        return Outcome.of(buyer.withOptedOut(true).withUnderway(recalling.rest()))
                .recalling(recalling.recalled());
    }

    private Outcome over(Buyer before, Over over, Instant at) {
        Recalling recalling = Recalling.over(before, over.matters(), at);
        Buyer buyer = before.withUnderway(recalling.rest());
        return pendingOver(buyer, over, at).recalling(recalling.recalled());
    }

    private Outcome pendingOver(Buyer buyer, Over over, Instant at) {
        List<Happened> stale =
                buyer.pending().stream().map(Pending::news).filter(over::ends).toList();
        if (stale.isEmpty()) {
            return Outcome.of(buyer);
        }
        Set<Matter> matters = stale.stream().map(Happened::matter).collect(Collectors.toSet());
        Set<Matter> forGood =
                matters.stream().filter(Matter::aboutStall).collect(Collectors.toSet());
        Buyer rest = buyer.dropping(matters).settling(forGood, at);
        return Outcome.suppressing(
                scheduled(forgetting(rest, at)),
                stale.stream().map(news -> suppressed(news, SuppressedBecause.STALE, at)).toList());
    }

    /**
     * The buyer's deadline has come.
     *
     * @param now as far as it is proved
     * @param terms how each shop speaks to its buyers
     */
    public Outcome due(Buyer buyer, Instant now, Function<ShopId, NoticeTerms> terms) {
        if (buyer.pending().isEmpty()) {
            return Outcome.of(scheduled(forgetting(buyer, now)));
        }
        Instant earliest = rules.quietHours().earliest(later(gathered(buyer), now));
        if (earliest.isAfter(now)) {
            return Outcome.of(buyer.withDue(earliest));
        }
        Outcome told = new Telling(rules, composer, terms, now).of(buyer);
        Buyer rest = scheduled(forgetting(told.buyer(), now));
        return new Outcome(rest, told.planned(), told.suppressed(), List.of());
    }

    private Buyer forgetting(Buyer buyer, Instant now) {
        return buyer.forgetting(now.minus(rules.rememberFor()), rules.rememberAtMost());
    }

    private Buyer scheduled(Buyer buyer) {
        if (!buyer.pending().isEmpty()) {
            return buyer.withDue(rules.quietHours().earliest(gathered(buyer)));
        }
        return buyer.withDue(
                buyer.settled().values().stream()
                        .min(Comparator.naturalOrder())
                        .map(at -> at.plus(rules.rememberFor()))
                        .orElse(null));
    }

    /** When the first piece of what waits has waited for others long enough. */
    private Instant gathered(Buyer buyer) {
        return buyer.pending().getFirst().heard().plus(rules.gather());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static NoticeSuppressed suppressed(Happened news, SuppressedBecause because, Instant at) {
        return new NoticeSuppressed(news.buyerId(), news.shopId(), news.subject(), because, at);
    }
}
