package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * What a shop shows when it refuses.
 *
 * @param url where the proof can be seen
 */
public record RefusalProof(RefusalProof.Kind kind, String url) {
    public RefusalProof {
        Checks.required("kind", kind);
        url = Checks.text("url", url, 512);
    }

    /**
     * Whether it shows, to anybody who opens it, that the parcel could be neither stopped nor
     * called back.
     */
    public boolean showsThatNothingStopsIt() {
        return (kind == Kind.INTERCEPTION_FAILED || kind == Kind.RECALL_FAILED) && canBeOpened();
    }

    private boolean canBeOpened() {
        try {
            URI address = new URI(url);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme())
                            || "http".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What it proves. */
    public enum Kind {
        INTERCEPTION_FAILED,
        RECALL_FAILED,
        BUYER_SIGNED,
        OTHER
    }
}
