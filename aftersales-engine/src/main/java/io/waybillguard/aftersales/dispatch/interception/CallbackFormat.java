package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionResult;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one provider tells what became of interceptions. */
interface CallbackFormat {

    /**
     * A call as it came.
     *
     * @param courier as the path says
     * @param query what else the address says
     * @param digest the header {@code x-dataDigest}; null where there is none
     * @param body as it came; what is no UTF-8 in it is signed by nobody
     * @param now when it came: the result's time where the provider tells none
     */
    record Call(
            String courier,
            Map<String, String> query,
            @Nullable String digest,
            String body,
            Instant now) {}

    /** What a call is. */
    sealed interface Heard {}

    /** Signed, and understood. */
    record Outcome(InterceptionResult result) implements Heard {}

    /** Not signed by whom it should be. */
    record Unsigned() implements Heard {}

    /** Signed, and not understood. */
    record Unreadable() implements Heard {}

    /** What {@code call} is; never an exception, whatever it holds. */
    Heard read(Call call);

    /** What the provider wants to hear when its word was taken. */
    String thanks();
}
