package io.waybillguard.local.demo;

import io.waybillguard.events.types.InterceptionId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was published about interceptions.
 *
 * @param asked for
 * @param answers the latest word about each
 */
record InterceptionTally(
        Set<InterceptionId> asked, Map<InterceptionId, InterceptionAnswer> answers) {

    InterceptionTally {
        asked = Set.copyOf(asked);
        answers = Map.copyOf(answers);
    }

    /** Without an outcome. */
    long pending() {
        return asked.stream().filter(id -> !isOver(id)).count();
    }

    long with(InterceptionAnswer answer) {
        return answers.values().stream().filter(answer::equals).count();
    }

    boolean isOver(InterceptionId id) {
        InterceptionAnswer answer = answer(id);
        return answer != null && answer.isFinal();
    }

    /** The latest word; null: none. */
    @Nullable InterceptionAnswer answer(InterceptionId id) {
        return answers.get(id);
    }
}
