package io.waybillguard.local.demo;

import java.util.List;

/**
 * Something that must hold after a run.
 *
 * @param detail what was compared; when it does not hold, what differs
 */
record Check(String name, boolean ok, String detail) {

    private static final int SHOWN = 10;

    /** Holds when there are no differences; else tells the first of them. */
    static Check of(String name, String compared, List<String> differences) {
        if (differences.isEmpty()) {
            return new Check(name, true, compared);
        }
        String first =
                String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())));
        String more =
                differences.size() <= SHOWN
                        ? ""
                        : "; and %d more".formatted(differences.size() - SHOWN);
        return new Check(name, false, first + more);
    }
}
