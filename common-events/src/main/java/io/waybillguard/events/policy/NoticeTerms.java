package io.waybillguard.events.policy;

import io.waybillguard.events.types.Checks;
import java.util.Map;

/**
 * How a shop speaks to its buyers.
 *
 * @param templates a shop's own words by scene name
 */
public record NoticeTerms(Language language, Map<String, String> templates) {
    public NoticeTerms {
        Checks.required("language", language);
        templates =
                templates == null
                        ? Map.of()
                        : java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(templates));
    }

    /** Chinese, default words. */
    public static final NoticeTerms DEFAULT = new NoticeTerms(Language.ZH, Map.of());
}
