package io.waybillguard.tracker.provider;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.ParcelId;
import java.util.List;

/** What became of a webhook's bytes. */
public sealed interface Decoded {

    /**
     * Understood.
     *
     * @param scans may be empty: a provider also says that it knows nothing
     * @param passedOver why lines are not among the scans; one entry a line
     */
    record Accepted(ParcelId parcel, List<Scan> scans, List<PassedOver> passedOver)
            implements Decoded {
        public Accepted {
            scans = List.copyOf(scans);
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * Not understood.
     *
     * @param detail where it went wrong, never what stood there
     */
    record Rejected(Reason reason, String detail) implements Decoded {}

    /** Why a line is not a scan. */
    enum PassedOver {
        /** Its time cannot be read. */
        NO_TIME("no-time"),
        /** It would have happened after it arrived. */
        IN_THE_FUTURE("in-the-future"),
        /** The provider's own remark on a parcel's silence, not a courier's line. */
        REMARK("remark");

        private final String label;

        PassedOver(String label) {
            this.label = label;
        }

        /** As it stands in metrics. */
        public String label() {
            return label;
        }
    }

    /** Why a webhook is a dead letter; its header and metric say so. */
    enum Reason {
        EMPTY("empty"),
        TOO_LARGE("too-large"),
        UNKNOWN_PROVIDER("unknown-provider"),
        UNKNOWN_ACCOUNT("unknown-account"),
        BAD_SIGNATURE("bad-signature"),
        BAD_FORM("bad-form"),
        NOT_JSON("not-json"),
        NO_RESULT("no-result"),
        BAD_PARCEL("bad-parcel"),
        NO_USABLE_SCAN("no-usable-scan");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** As it stands in headers and metrics. */
        public String label() {
            return label;
        }
    }
}
