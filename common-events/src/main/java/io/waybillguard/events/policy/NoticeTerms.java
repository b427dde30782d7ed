package io.waybillguard.events.policy;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.types.Checks;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a shop speaks to its buyers.
 *
 * @param templates a shop's own words by scene name, at most {@value #LONGEST_TEMPLATE} characters
 *     each
 * @throws IllegalArgumentException when a template has no words, is too long, or belongs to no
 *     scene
 */
public record NoticeTerms(Language language, Map<String, String> templates) {

    /** The longest template, in characters: a message is no longer either. */
    public static final int LONGEST_TEMPLATE = 2000;

    private static final Set<String> SCENES =
            Arrays.stream(NoticeScene.values()).map(Enum::name).collect(Collectors.toSet());

    public NoticeTerms {
        Checks.required("language", language);
        templates = checked(templates);
    }

    /** Chinese, default words. */
    public static final NoticeTerms DEFAULT = new NoticeTerms(Language.ZH, Map.of());

    private static Map<String, String> checked(@Nullable Map<String, String> templates) {
        if (templates == null) {
            return Map.of();
        }
        templates.forEach((scene, template) -> {
            if (!SCENES.contains(scene)) {
                throw new IllegalArgumentException("templates holds a name that is no scene");
            }
            String name = "the template of " + scene;
            Checks.text(name, Checks.required(name, template), LONGEST_TEMPLATE);
        });
        return Collections.unmodifiableMap(new TreeMap<>(templates));
    }
}
