package io.waybillguard.orders.api;

import io.waybillguard.orders.command.Done;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Commands' answers: 200 or 201 with the new state, 200 with the present one for a repeat, 202 with
 * what is known when the projection has not seen it in time.
 */
final class Answers {
    private Answers() {}

    static ResponseEntity<Object> changed(Done done, Optional<?> state, String name, String id) {
        return done == Done.PENDING ? pending(state, name, id) : ResponseEntity.of(known(state));
    }

    static ResponseEntity<Object> created(
            Done done, Optional<?> state, URI where, String name, String id) {
        return switch (done) {
            case SEEN -> ResponseEntity.created(where).body(state.orElseThrow());
            case REPEATED -> ResponseEntity.of(known(state));
            case PENDING -> pending(state, name, id);
        };
    }

    private static Optional<Object> known(Optional<?> state) {
        return state.map(it -> (Object) it);
    }

    private static ResponseEntity<Object> pending(Optional<?> state, String name, String id) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(known(state).orElseGet(() -> Map.of(name, id)));
    }
}
