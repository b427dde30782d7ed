package io.waybillguard.events.topics;

import java.util.List;

/** A topic on the broker is not as the catalogue says: nothing should start on it. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<String> mismatches) {
        super("topics differ from the catalogue: " + String.join("; ", mismatches));
    }
}
