package io.waybillguard.tracker.lines;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes phones, addresses of electronic mail and names out of a line that is not Chinese, before
 * {@link Masking} sees it. A name is found where English words announce it, or where the provider
 * tells it beside the line.
 */
final class ForeignMasking {

    private static final String HIDDEN = "***";

    private static final Pattern MAIL =
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\w+])\\+\\d{1,3}(?:[ .()-]{0,2}\\d{1,4}){2,6}(?!\\w)"
                            + "|(?<![\\w-])\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}(?![\\w-])");

    private static final Pattern SPOKEN_PHONE =
            Pattern.compile(
                    "(?i)(?<!\\w)((?:tele)?phone|tel|mobile|call|contact)([ .:#]{1,3})"
                            + "\\+?\\d[\\d ().-]{4,20}\\d");

    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)(?<!\\w)((?:signed(?: for)?|received|accepted|collected|taken) by(?: *[:-]"
                        + " *| +)"
                        + "|(?:signed|signature|signatory|recipient|receiver|consignee|addressee|sender|driver|contact)(?:"
                        + " name)? *: *)"
                        + "(?!(?:the|an?|our|your|us|carrier|courier|customer|customs|recipient"
                        + "|consignee|shipper|sender|local|post|postal|destination|origin"
                        + "|delivery|agent|neighbou?r)(?!\\w))[\\p{L}.'’*-]{1,30}(?:"
                        + " [\\p{L}.'’*-]{1,30}){0,3}");

    private ForeignMasking() {}

    /**
     * The line without them.
     *
     * @param names told beside the line; one of a single letter would take words apart
     */
    static String mask(String line, List<String> names) {
        String masked = Tidy.text(line);
        for (String name : names) {
            if (name.strip().length() > 1) {
                String told = Pattern.quote(name.strip());
                masked =
                        Pattern.compile(
                                        "(?<!\\p{L})" + told + "(?!\\p{L})",
                                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                                .matcher(masked)
                                .replaceAll(Matcher.quoteReplacement(HIDDEN));
            }
        }
        masked = MAIL.matcher(masked).replaceAll(HIDDEN);
        masked = PHONE.matcher(masked).replaceAll(HIDDEN);
        masked = SPOKEN_PHONE.matcher(masked).replaceAll("$1$2" + HIDDEN);
        return NAME.matcher(masked).replaceAll("$1" + HIDDEN);
    }
}
