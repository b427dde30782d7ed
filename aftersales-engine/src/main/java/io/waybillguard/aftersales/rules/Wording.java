package io.waybillguard.aftersales.rules;

import io.waybillguard.events.policy.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's words in one language, taken apart once.
 *
 * @param texts what stands before each place, and after the last: one more than places
 * @param places numbers of arguments
 */
record Wording(List<String> texts, List<Integer> places) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private static final Map<Template, Wording> ZH = new ConcurrentHashMap<>();
    private static final Map<Template, Wording> EN = new ConcurrentHashMap<>();

    static Wording of(Template template, Language language) {
        return switch (language) {
            case ZH -> ZH.computeIfAbsent(template, it -> parse(it.zh()));
            case EN -> EN.computeIfAbsent(template, it -> parse(it.en()));
        };
    }

    static Wording parse(String words) {
        List<String> texts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher place = PLACE.matcher(words);
        int from = 0;
        while (place.find()) {
            texts.add(words.substring(from, place.start()));
            places.add(Integer.valueOf(place.group(1)));
            from = place.end();
        }
        texts.add(words.substring(from));
        return new Wording(List.copyOf(texts), List.copyOf(places));
    }

    /** With arguments in their places; a place without one stays as it is written. */
    String with(List<Object> args, Language language) {
        if (places.isEmpty()) {
            return texts.getFirst();
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
            words.append(texts.get(i));
            int place = places.get(i);
            if (place < args.size()) {
                words.append(Words.of(args.get(place), language));
            } else {
                words.append('{').append(place).append('}');
            }
        }
        return words.append(texts.getLast()).toString();
    }
}
