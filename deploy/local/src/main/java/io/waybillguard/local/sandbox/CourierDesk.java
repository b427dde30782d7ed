package io.waybillguard.local.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where requests are taken, whatever they were said in. */
interface CourierDesk {

    /**
     * Takes a request, or finds the one with its id.
     *
     * @param dialect in which its outcome is told; null for our own words
     * @param salt the callback is signed with; null where none was given
     */
    CourierBook.Taken take(
            String courier,
            InterceptionOrder order,
            @Nullable String dialect,
            @Nullable String salt,
            Behaviour inForce);

    Optional<CourierLine> find(String courier, String requestId);

    /** Lets the parcel go on; empty when there is no such request, or it has its outcome. */
    Optional<CourierLine> release(String courier, String requestId);

    /** Whether another interception of the order succeeded. */
    boolean succeededBefore(String courier, String orderId, String requestId);
}
