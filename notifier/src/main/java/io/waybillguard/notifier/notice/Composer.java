package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.notifier.notice.News.Happened;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts news into words: those of the request, else the shop's own, else the default ones of the
 * shop's language. A shop's words that ask for something no subject tells are passed over.
 */
public final class Composer {

    /** The longest message, in characters. */
    static final int LONGEST = NoticeTerms.LONGEST_TEMPLATE;

    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    /**
     * With the default words.
     *
     * @param zone in which buyers read times
     */
    public Composer(ZoneId zone) {
        for (Language language : Language.values()) {
            words.put(language, Words.of(language, zone));
        }
    }

    /** One message of a shop to a buyer. */
    record Message(List<Happened> pieces, Language language, String text) {}

    /** One message for all pieces; more where they do not fit into one. */
    List<Message> compose(List<Happened> pieces, NoticeTerms terms) {
        List<Message> messages = new ArrayList<>();
        List<Happened> together = new ArrayList<>();
        for (Happened piece : pieces) {
            together.add(piece);
            if (together.size() > 1 && text(together, terms).length() > LONGEST) {
                together.removeLast();
                messages.add(message(together, terms));
                together = new ArrayList<>(List.of(piece));
            }
        }
        messages.add(message(together, terms));
        return messages;
    }

    private Message message(List<Happened> pieces, NoticeTerms terms) {
        return new Message(List.copyOf(pieces), terms.language(), text(pieces, terms));
    }

    private String text(List<Happened> pieces, NoticeTerms terms) {
        Words language = words(terms);
        if (pieces.size() == 1) {
            Happened only = pieces.getFirst();
            return said(only, terms, language.one(toldAs(only)));
        }
        StringBuilder text = new StringBuilder(language.head(pieces.size()));
        for (int i = 0; i < pieces.size(); i++) {
            Happened piece = pieces.get(i);
            String line = said(piece, terms, language.line(toldAs(piece)));
            text.append('\n').append(language.numbered(i + 1, line));
        }
        return text.toString();
    }

    /** An offer that is not known has no words of its own. */
    private static NoticeScene toldAs(Happened news) {
        return lacksOffer(news) ? NoticeScene.OTHER : news.scene();
    }

    private static boolean lacksOffer(Happened news) {
        Offer offer = news.subject().offer();
        return Scenes.ofOffers().contains(news.scene())
                && (offer == null
                        || (news.scene() == NoticeScene.OFFER_PARTIAL_REFUND
                                && offer.amount() == null));
    }

    private String said(Happened news, NoticeTerms terms, String byDefault) {
        if (!news.text().isBlank()) {
            return news.text();
        }
        Words language = words(terms);
        String own = language.filled(own(terms, toldAs(news)), news.subject());
        return own.isEmpty() || own.length() > LONGEST
                ? language.filled(byDefault, news.subject())
                : own;
    }

    private static String own(NoticeTerms terms, NoticeScene scene) {
        String template = terms.templates().get(scene.name());
        return template != null && Words.isTemplate(template, scene) ? template : "";
    }

    private Words words(NoticeTerms terms) {
        return Objects.requireNonNull(words.get(terms.language()));
    }
}
