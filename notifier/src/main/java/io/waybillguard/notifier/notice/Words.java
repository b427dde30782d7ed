package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language: for every scene {@code one.SCENE}, a message of its own, and {@code
 * line.SCENE}, its line among others; {@code gathered.head} and {@code gathered.line}; the names of
 * couriers, {@code courier.CODE}; and how a time is written, {@code time}. Placeholders are {@code
 * {order}}, {@code {courier}} and {@code {waybill}}, which leave nothing behind when they are not
 * known; where an offer is told, also {@code {until}}, and of money {@code {amount}}.
 */
public final class Words {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> ABOUT_A_SUBJECT = Set.of("order", "courier", "waybill");
    private static final String UNTIL = "until";
    private static final String AMOUNT = "amount";

    private final Properties words;
    private final DateTimeFormatter time;

    private Words(Properties words, Locale locale, ZoneId zone) {
        this.words = words;
        this.time = DateTimeFormatter.ofPattern(word("time"), locale).withZone(zone);
    }

    /**
     * The words of {@code language}, from the resource {@code /notices/zh.properties} or its like.
     *
     * @param zone in which buyers read times
     * @throws IllegalStateException when a scene has no words, or words ask for something unknown
     */
    static Words of(Language language, ZoneId zone) {
        Locale locale = Locale.of(language.name().toLowerCase(Locale.ROOT));
        String file = "/notices/" + locale + ".properties";
        Properties words = new Properties();
        try (InputStream bytes = Words.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("there is no " + file);
            }
            words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(words, locale, zone).checked();
    }

    private Words checked() {
        for (NoticeScene scene : NoticeScene.values()) {
            for (String form : Set.of("one.", "line.")) {
                if (!isTemplate(word(form + scene), scene)) {
                    throw new IllegalStateException("bad words: " + form + scene);
                }
            }
        }
        word("gathered.head");
        word("gathered.line");
        return this;
    }

    private String word(String key) {
        String word = words.getProperty(key, "");
        if (word.isBlank()) {
            throw new IllegalStateException("no words: " + key);
        }
        return word;
    }

    /** Whether {@code text} says something and asks for nothing that no such subject tells. */
    static boolean isTemplate(String text, NoticeScene scene) {
        String rest = text;
        for (String known : ABOUT_A_SUBJECT) {
            rest = filled(rest, known);
        }
        if (Scenes.ofOffers().contains(scene)) {
            rest = filled(rest, UNTIL);
        }
        if (scene == NoticeScene.OFFER_PARTIAL_REFUND) {
            rest = filled(rest, AMOUNT);
        }
        return !text.isBlank() && rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
    }

    private static String filled(String text, String placeholder) {
        return text.replace("{" + placeholder + "}", placeholder);
    }

    String one(NoticeScene scene) {
        return word("one." + scene);
    }

    String line(NoticeScene scene) {
        return word("line." + scene);
    }

    String head(int count) {
        return word("gathered.head").replace("{count}", Integer.toString(count));
    }

    String numbered(int number, String line) {
        return word("gathered.line")
                .replace("{number}", Integer.toString(number))
                .replace("{line}", line);
    }

    /** {@code template} with what is known of {@code subject}. */
    String filled(String template, NoticeSubject subject) {
        String text =
                PLACEHOLDER
                        .matcher(template)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(value(found.group(1), subject)));
        return text.replaceAll("[(（] *[)）]", "")
                .replaceAll(" {2,}", " ")
                .replaceAll(" ([,.，。:：])", "$1")
                .strip();
    }

    private String value(String placeholder, NoticeSubject subject) {
        OrderId order = subject.orderId();
        ParcelId parcel = subject.parcel();
        Offer offer = subject.offer();
        return switch (placeholder) {
            case "order" -> order == null ? "" : order.value();
            case "courier" -> parcel == null ? "" : courier(parcel);
            case "waybill" -> parcel == null ? "" : parcel.waybill();
            case UNTIL -> offer == null ? "" : time.format(offer.expiresAt());
            case AMOUNT -> offer == null || offer.amount() == null ? "" : offer.amount().toString();
            default -> "";
        };
    }

    private String courier(ParcelId parcel) {
        String code = parcel.courier().value();
        return words.getProperty("courier." + code, code);
    }
}
