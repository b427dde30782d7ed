package io.waybillguard.local.sandbox;

import org.jspecify.annotations.Nullable;

/** What a body must have. */
final class Wanted {

    private Wanted() {}

    static void text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
