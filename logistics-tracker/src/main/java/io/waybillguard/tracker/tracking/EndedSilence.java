package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.Provinces;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.stall.Circumstances;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.StallKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A silence of a parcel that ended in movement.
 *
 * @param from the province it came from; empty when nobody knows
 * @param to the province it goes to; empty when nobody knows
 * @param stage in which it was silent
 * @param since the sign of life before it
 * @param length from there to the movement, as they happened; positive
 */
public record EndedSilence(
        CourierCode courier, String from, String to, Stage stage, Instant since, Duration length) {

    /**
     * The silences between two states of one parcel: those that were followed by scans later than
     * any before. So each is counted once, however often and in whatever order scans are told. What
     * is only told afterwards of the time between counts for nothing: then a silence was taken for
     * longer than it was.
     *
     * <p>None is learned from a parcel that no order waits for, from a courier whose feed is
     * suspect, in a time for which there is a filing, before the pickup, where the row in force
     * when the silence began has fixed hours, or when the waybill was cancelled; nor between the
     * last scan of one parcel and the first of the next under its number.
     */
    static List<EndedSilence> between(
            Parcel before, Parcel after, Outlook outlook, StallJudge judge) {
        List<Claim> awaiting = after.awaiting();
        Instant latest = latest(before);
        if (awaiting.isEmpty() || outlook.silent().contains(after.id().courier())) {
            return List.of();
        }
        ParcelClaimed claim = awaiting.getFirst().told();
        List<EndedSilence> ended = new ArrayList<>();
        boolean reused = latest != null && after.history().isOfAnother(latest);
        Journey journey = reused ? Journey.NONE : before.journey();
        for (ScanFact scan : after.history().facts()) {
            if (latest == null || scan.happenedAt().isAfter(latest)) {
                Journey next = journey.then(scan);
                EndedSilence silence = silence(after, claim, journey, next);
                if (silence != null && isLearned(silence, claim, outlook, judge)) {
                    ended.add(silence);
                }
                journey = next;
            }
        }
        return ended;
    }

    private static @Nullable Instant latest(Parcel parcel) {
        List<ScanFact> facts = parcel.history().facts();
        return facts.isEmpty() ? parcel.history().horizon() : facts.getLast().happenedAt();
    }

    private static @Nullable EndedSilence silence(
            Parcel parcel, ParcelClaimed claim, Journey before, Journey after) {
        Instant since = before.lastSeenAt();
        Instant moved = after.lastMovedAt();
        if (since == null || moved == null || !moved.isAfter(since)) {
            return null;
        }
        return moved.equals(after.lastSeenAt()) && after.stage() != Stage.CANCELLED
                ? new EndedSilence(
                        parcel.id().courier(),
                        Provinces.origin(parcel.history()),
                        Outlook.province(claim),
                        before.stage(),
                        since,
                        Duration.between(since, moved))
                : null;
    }

    private static boolean isLearned(
            EndedSilence silence, ParcelClaimed claim, Outlook outlook, StallJudge judge) {
        StallKind kind = StallKinds.of(silence.stage);
        return kind != null
                && judge.learns(
                        new Circumstances(
                                claim.platform(),
                                silence.courier,
                                claim.service(),
                                silence.to,
                                kind,
                                silence.stage,
                                silence.since))
                && !outlook.filings()
                        .touch(
                                silence.courier,
                                claim.shopId(),
                                silence.to,
                                silence.since,
                                silence.since.plus(silence.length));
    }
}
