package io.waybillguard.aftersales.rules;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.waybillguard.events.policy.Language;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments of phrases in words: money in yuan, instants as clocks in China show them. */
final class Words {

    /** More than these are not told one by one. */
    private static final int TOLD = 5;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Words() {}

    static String of(Object value, Language language) {
        return switch (value) {
            case Phrase phrase -> phrase.in(language);
            case Money money -> money + (language == Language.ZH ? " 元" : " yuan");
            case Instant instant -> clock(instant);
            case Duration duration -> duration(duration, language);
            case Collection<?> all -> many(List.copyOf(all), language);
            case Enum<?> constant ->
                    language == Language.ZH ? Chinese.of(constant) : constant.name();
            default -> value.toString();
        };
    }

    /** What no clock can show is the beginning or the end of time. */
    private static String clock(Instant instant) {
        if (instant.equals(Instant.MIN)) {
            return "—";
        }
        LocalDateTime clock = LocalDateTime.ofInstant(instant, ZONE).truncatedTo(SECONDS);
        String seconds = clock.getSecond() == 0 ? ":00" : "";
        return clock.toLocalDate() + " " + clock.toLocalTime() + seconds;
    }

    private static String duration(Duration duration, Language language) {
        boolean days = duration.toHours() % 24 == 0;
        long count = days ? duration.toDays() : duration.toHours();
        return switch (language) {
            case ZH -> count + (days ? " 天" : " 小时");
            case EN -> count + (days ? " days" : " hours");
        };
    }

    private static String many(List<?> all, Language language) {
        if (all.isEmpty()) {
            return language == Language.ZH ? "无" : "none";
        }
        String told =
                all.stream()
                        .limit(TOLD)
                        .map(each -> of(each, language))
                        .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
        return all.size() <= TOLD ? told : told + " … (" + all.size() + ")";
    }
}
