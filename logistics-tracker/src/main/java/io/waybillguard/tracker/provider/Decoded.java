package io.waybillguard.tracker.provider;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a webhook's bytes. */
public sealed interface Decoded {

    /**
     * Scans of one parcel.
     *
     * @param scans may be empty: a provider also says that it knows nothing
     * @param correctedFrom the courier it was asked about, where it found that it is another's;
     *     null when nothing was corrected
     * @param redirectedTo the parcel as which it goes on; null when it was not handed on
     */
    record ParcelReport(
            ParcelId parcel,
            List<Scan> scans,
            @Nullable CourierCode correctedFrom,
            @Nullable ParcelId redirectedTo) {
        public ParcelReport {
            scans = List.copyOf(scans);
        }

        /** Of a parcel that is where it was taken to be, and stays. */
        public ParcelReport(ParcelId parcel, List<Scan> scans) {
            this(parcel, scans, null, null);
        }

        /** Whether it says anything. */
        public boolean isNews() {
            return !scans.isEmpty() || correctedFrom != null || redirectedTo != null;
        }
    }

    /**
     * Understood.
     *
     * @param reports one a parcel, at least one
     * @param passedOver why lines are not among the scans; one entry a line
     * @param unknownCodes codes that are in no table, one entry a line: the line is kept as OTHER,
     *     or as its words say
     * @param subscription how the subscription stands; null where nothing is said of it
     */
    record Accepted(
            List<ParcelReport> reports,
            List<PassedOver> passedOver,
            List<String> unknownCodes,
            @Nullable Subscription subscription)
            implements Decoded {
        public Accepted {
            reports = List.copyOf(reports);
            passedOver = List.copyOf(passedOver);
            unknownCodes = List.copyOf(unknownCodes);
        }

        /** With nothing said of a subscription. */
        public Accepted(
                List<ParcelReport> reports,
                List<PassedOver> passedOver,
                List<String> unknownCodes) {
            this(reports, passedOver, unknownCodes, null);
        }

        /** The scans of all parcels. */
        public List<Scan> scans() {
            return reports.stream().flatMap(report -> report.scans().stream()).toList();
        }

        /** Of one parcel, all codes known. */
        public Accepted(ParcelId parcel, List<Scan> scans, List<PassedOver> passedOver) {
            this(List.of(new ParcelReport(parcel, scans)), passedOver, List.of());
        }
    }

    /** The same; where it was understood, with what it says of the subscription. */
    default Decoded of(@Nullable Subscription subscription) {
        return switch (this) {
            case Accepted(var reports, var passedOver, var unknownCodes, _) ->
                    new Accepted(reports, passedOver, unknownCodes, subscription);
            case Rejected _ -> this;
        };
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
        REMARK("remark"),
        /** One parcel of several has no courier and waybill. */
        BAD_PARCEL("bad-parcel");

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
        NOT_XML("not-xml"),
        NO_RESULT("no-result"),
        BAD_PARCEL("bad-parcel"),
        NO_USABLE_SCAN("no-usable-scan"),
        TOO_MANY_LINES("too-many-lines"),
        /** Lines lie after their own arrival; those that do not are taken. */
        IN_THE_FUTURE("in-the-future"),
        /** JSON nested too deeply, or with a text too long. */
        JSON_LIMITS("json-limits");

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
