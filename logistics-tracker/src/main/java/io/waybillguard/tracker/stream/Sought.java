package io.waybillguard.tracker.stream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;

/** What comes of looking for something in the stores. */
public sealed interface Sought<T> {

    /** It is there. */
    record Found<T>(T value) implements Sought<T> {}

    /** Whoever would have it does not know it. */
    record Unknown<T>() implements Sought<T> {}

    /** Another instance would have it. */
    record Elsewhere<T>(String host, int port) implements Sought<T> {

        /** The instance's HTTP address. */
        public URI address() {
            try {
                return new URI("http", null, host, port, null, null, null);
            } catch (URISyntaxException e) {
                throw new IllegalStateException("no address: " + host, e);
            }
        }
    }

    /**
     * It cannot be said now: ask again.
     *
     * @param why in words
     */
    record NotNow<T>(String why) implements Sought<T> {}

    /** The same of what {@code as} makes of it. */
    default <R> Sought<R> map(Function<? super T, ? extends R> as) {
        return then(value -> new Found<>(as.apply(value)));
    }

    /** What {@code next} says of it when it is found, else the same. */
    default <R> Sought<R> then(Function<? super T, Sought<R>> next) {
        return switch (this) {
            case Found<T>(var value) -> next.apply(value);
            case Unknown<T> _ -> new Unknown<>();
            case Elsewhere<T>(var host, var port) -> new Elsewhere<>(host, port);
            case NotNow<T>(var why) -> new NotNow<>(why);
        };
    }
}
