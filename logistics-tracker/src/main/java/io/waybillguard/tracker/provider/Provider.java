package io.waybillguard.tracker.provider;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import java.util.Optional;
import java.util.Set;

/** How one provider of courier news speaks; adding a provider is adding one of these. */
public interface Provider {

    /** What a webhook says that is not the account's. */
    Decoded NOT_AUTHENTIC =
            new Rejected(Reason.BAD_SIGNATURE, "no secret of the account signed these bytes");

    /** Its name in addresses, headers and metrics: {@code kuaidi100}. */
    String name();

    /** Whether the webhook may be taken for the account's: it is signed, or need not be. */
    default boolean isAuthentic(Webhook webhook, Account account) {
        return account.unsigned() || isSigned(webhook, account);
    }

    /** Whether one of the account's secrets signed the webhook's exact bytes. */
    boolean isSigned(Webhook webhook, Account account);

    /** The parcel it is about, or the first of several; empty where it cannot be told. */
    Optional<ParcelId> parcelOf(Webhook webhook);

    /** What it says; never throws for what others wrote. */
    Decoded decode(Webhook webhook);

    /** What it says, if it may be taken for the account's; never throws for what others wrote. */
    default Decoded decode(Webhook webhook, Account account) {
        return isAuthentic(webhook, account) ? decode(webhook) : NOT_AUTHENTIC;
    }

    /**
     * The words in which the provider wants to be answered.
     *
     * @param webhook what was asked; without a body where none was read
     */
    Answer answer(Outcome outcome, Webhook webhook);

    /**
     * The headers its signature stands in, in lower case: they are kept with the body, so that it
     * can be verified again from the topic.
     */
    default Set<String> signatureHeaders() {
        return Set.of();
    }

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
