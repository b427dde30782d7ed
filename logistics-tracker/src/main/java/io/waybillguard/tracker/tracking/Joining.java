package io.waybillguard.tracker.tracking;

import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.StallChange;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Raised;
import io.waybillguard.tracker.stall.StallChange.Reviewed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parcel goes on as another: its scans, its orders and its stall come along.
 *
 * <p>A stall that is open stays the one it is where no order has ever been told another by its
 * number. Else it clears for those who were told of it, and is found again as the next one.
 *
 * @param here the parcel that it now is, as it was
 * @param come the one that it was
 */
record Joining(Tracking tracking, Parcel here, Parcel come, Instant at, Outlook outlook) {

    Change change() {
        Parcel both = here.joined(come, tracking.watching().scans(), at);
        if (both.equals(
                here.joined(Parcel.unknown(here.id(), at), tracking.watching().scans(), at))) {
            return Change.none(here, List.of());
        }
        OpenStall kept = kept();
        Parcel joined =
                both.with(both.watch().with(both.watch().episodes(), kept)).reviewed(outlook);
        Judgement judgement = tracking.watching().news(joined, joined.journey(), outlook);
        Parcel after = joined.with(judgement.watch()).reviewed(outlook);
        Tidings tidings = new Tidings(after, after.journey(), at, outlook);
        milestones(tidings, after);
        if (kept == null) {
            clear(tidings, here);
            clear(tidings, come);
        } else {
            keep(tidings, joined, kept);
        }
        tidings.stalls(judgement.changes());
        return tidings.change(List.of());
    }

    /** The open stall, when there is one and its number tells it from all others. */
    private @Nullable OpenStall kept() {
        OpenStall mine = here.watch().open();
        OpenStall theirs = come.watch().open();
        if (mine != null && theirs != null) {
            return null;
        }
        OpenStall one = mine == null ? theirs : mine;
        int others = mine == null ? here.watch().episodes() : come.watch().episodes();
        return one != null && one.episode() > others ? one : null;
    }

    private void milestones(Tidings tidings, Parcel after) {
        Journey now = after.journey();
        boolean elsewhere = !come.id().equals(here.id());
        for (Claim claim : after.claims()) {
            boolean comes = here.claimOf(claim.told()) == null;
            Journey was = comes ? come.journey() : here.journey();
            if ((comes && elsewhere) || Tracking.isMilestone(was, now)) {
                tidings.milestone(claim.told(), was.stage());
            }
        }
    }

    private static void clear(Tidings tidings, Parcel parcel) {
        OpenStall open = parcel.watch().open();
        if (open != null) {
            parcel.awaiting()
                    .forEach(claim -> tidings.stall(claim.told(), new Cleared(open, null)));
        }
    }

    /** Who did not know of the stall is told; who did, where something else stands against it. */
    private void keep(Tidings tidings, Parcel joined, OpenStall kept) {
        Parcel knew = here.watch().open() == null ? come : here;
        for (Claim claim : joined.awaiting()) {
            Claim before = knew.claimOf(claim.told());
            if (before == null || !before.awaited()) {
                tell(tidings, claim, new Raised(kept));
            } else if (!before.caveat().equals(claim.caveat())) {
                tell(tidings, claim, new Reviewed(kept));
            }
        }
    }

    private static void tell(Tidings tidings, Claim claim, StallChange change) {
        tidings.stall(claim.told(), change);
    }
}
