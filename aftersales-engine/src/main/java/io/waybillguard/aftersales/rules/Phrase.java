package io.waybillguard.aftersales.rules;

import io.waybillguard.events.policy.Language;
import java.util.List;

/**
 * Something to be said, as data: words are made of it only when somebody reads them.
 *
 * @param args what stands in the template's places: money, instants, constants, texts, sets of them
 */
public record Phrase(Template template, List<Object> args) {

    /** Longer ones would not be read. */
    private static final int LONGEST = 512;

    /** The template with its arguments. */
    public static Phrase of(Template template, Object... args) {
        return new Phrase(template, List.of(args));
    }

    /** Which template it is, as machines tell it apart. */
    public String code() {
        return template.name();
    }

    /** In words, at most {@value #LONGEST} characters. */
    public String in(Language language) {
        String words = Wording.of(template, language).with(args, language);
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
