package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.stream.StoreCodes.KINDS;
import static io.waybillguard.tracker.stream.StoreCodes.REASONS;
import static io.waybillguard.tracker.stream.StoreCodes.SIGNERS;
import static io.waybillguard.tracker.stream.StoreCodes.STAGES;

import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.parcel.ScanHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A parcel's scans in bytes: places once each, instants as differences. */
final class HistoryCodec {

    private HistoryCodec() {}

    static void write(CompactOutput out, ScanHistory history) {
        Instant horizon = history.horizon();
        out.optional(horizon);
        if (horizon != null) {
            write(out, history.folded());
        }
        List<ScanFact> facts = history.facts();
        List<String> places = new ArrayList<>();
        int[] placeOf = new int[facts.size()];
        for (int i = 0; i < placeOf.length; i++) {
            placeOf[i] = places.indexOf(facts.get(i).place());
            if (placeOf[i] < 0) {
                placeOf[i] = places.size();
                places.add(facts.get(i).place());
            }
        }
        out.number(places.size());
        places.forEach(out::text);
        out.number(placeOf.length);
        long before = 0;
        for (int i = 0; i < placeOf.length; i++) {
            ScanFact fact = facts.get(i);
            write(out, fact, placeOf[i], before);
            before = fact.happenedAt().toEpochMilli();
        }
    }

    /**
     * The history.
     *
     * @param version of the parcel's bytes
     */
    static ScanHistory read(CompactInput in, int version) {
        Instant horizon = in.optional();
        Journey folded = horizon == null ? Journey.NONE : journey(in, version);
        List<String> places = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            places.add(in.text());
        }
        List<ScanFact> facts = new ArrayList<>();
        long before = 0;
        for (int left = in.count(); left > 0; left--) {
            ScanFact fact = fact(in, places, before);
            facts.add(fact);
            before = fact.happenedAt().toEpochMilli();
        }
        return new ScanHistory(folded, horizon, facts);
    }

    private static void write(CompactOutput out, ScanFact fact, int place, long before) {
        long happened = fact.happenedAt().toEpochMilli();
        out.number(happened - before);
        out.number(fact.receivedAt().toEpochMilli() - happened);
        out.octet(KINDS.codeOf(fact.kind()));
        out.octet(REASONS.codeOf(fact.reason()));
        out.octet(SIGNERS.codeOf(fact.signedBy()));
        out.number(place);
        out.bits(fact.identity());
    }

    private static ScanFact fact(CompactInput in, List<String> places, long before) {
        long happened = before + in.number();
        long received = happened + in.number();
        var kind = KINDS.required(in.octet());
        var reason = REASONS.nullable(in.octet());
        var signedBy = SIGNERS.nullable(in.octet());
        String place = places.get(in.count());
        return new ScanFact(
                Instant.ofEpochMilli(happened),
                kind,
                reason,
                signedBy,
                place,
                in.bits(),
                Instant.ofEpochMilli(received));
    }

    private static void write(CompactOutput out, Journey journey) {
        out.octet(STAGES.codeOf(journey.stage()));
        out.octet((journey.returning() ? 1 : 0) | (journey.intercepted() ? 2 : 0));
        out.number(journey.scans());
        out.optional(journey.collectedAt());
        out.optional(journey.lastMovedAt());
        out.octet(KINDS.codeOf(journey.lastMove()));
        out.optional(journey.lastSeenAt());
        out.octet(KINDS.codeOf(journey.lastScan()));
        out.text(journey.lastPlace());
        out.optional(journey.signedAt());
        out.octet(SIGNERS.codeOf(journey.signedBy()));
        out.octet(REASONS.codeOf(journey.problem()));
        out.optional(journey.problemAt());
        out.octet(REASONS.codeOf(journey.failure()));
    }

    private static Journey journey(CompactInput in, int version) {
        var stage = STAGES.required(in.octet());
        int flags = in.octet();
        return new Journey(
                stage,
                (flags & 1) != 0,
                (flags & 2) != 0,
                in.count(),
                in.optional(),
                in.optional(),
                KINDS.nullable(in.octet()),
                in.optional(),
                KINDS.nullable(in.octet()),
                in.text(),
                in.optional(),
                SIGNERS.nullable(in.octet()),
                REASONS.nullable(in.octet()),
                in.optional(),
                version == 1 ? null : REASONS.nullable(in.octet()));
    }
}
