package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;

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

    /** What it proves. */
    public enum Kind {
        INTERCEPTION_FAILED,
        RECALL_FAILED,
        BUYER_SIGNED,
        OTHER
    }
}
