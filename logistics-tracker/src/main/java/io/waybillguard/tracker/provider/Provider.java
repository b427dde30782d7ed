package io.waybillguard.tracker.provider;

import io.waybillguard.events.types.ParcelId;
import java.util.Optional;

/** How one provider of courier news speaks; adding a provider is adding one of these. */
public interface Provider {

    /** Its name in addresses, headers and metrics: {@code kuaidi100}. */
    String name();

    /** Whether the webhook comes from the account: the signature over its exact bytes. */
    boolean isAuthentic(Webhook webhook, Account account);

    /** The parcel it is about; empty where it cannot be told. */
    Optional<ParcelId> parcelOf(Webhook webhook);

    /** What it says; never throws for what others wrote. */
    Decoded decode(Webhook webhook);

    /** The words in which the provider wants to be answered. */
    Answer answer(Outcome outcome);

    /** What became of a webhook. */
    enum Outcome {
        TAKEN(200),
        UNKNOWN_ACCOUNT(404),
        NOT_AUTHENTIC(401),
        TOO_LARGE(413),
        NOT_WRITTEN(500);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }

        /** As an HTTP status. */
        public int status() {
            return status;
        }
    }

    /** An HTTP answer's body. */
    record Answer(String contentType, String body) {}
}
