package io.waybillguard.orders.api;

import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.command.Done;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Commands' answers: 200 or 201 with the new state, 200 with the present one for a repeat; 202 when
 * what was said cannot be read back yet, with what is known or the id alone. A command that was
 * carried out is never answered with an error.
 *
 * @param states the state of an id as a caller may see it
 * @param accepted what stands for a state that is not known
 */
record Answers<V>(BiFunction<Caller, String, Optional<V>> states, Function<String, ?> accepted) {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    ResponseEntity<Object> changed(Done done, Caller caller, String id) {
        Optional<V> state = read(caller, id);
        return done == Done.PENDING || state.isEmpty()
                ? pending(state, id)
                : ResponseEntity.ok(state.get());
    }

    ResponseEntity<Object> created(Done done, Caller caller, String id, URI where) {
        Optional<V> state = read(caller, id);
        return done == Done.SEEN && state.isPresent()
                ? ResponseEntity.created(where).body(state.get())
                : changed(done, caller, id);
    }

    private Optional<V> read(Caller caller, String id) {
        try {
            return states.apply(caller, id);
        } catch (RuntimeException e) {
            log.warn("what a command did is not read back", e);
            return Optional.empty();
        }
    }

    private ResponseEntity<Object> pending(Optional<V> state, String id) {
        Object body = state.isPresent() ? state.get() : accepted.apply(id);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(body);
    }
}
