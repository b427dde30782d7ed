package io.waybillguard.tracker.stall;

import io.waybillguard.events.policy.ForceMajeureEvent;
import io.waybillguard.events.policy.ForceMajeureEvent.ForceMajeureSet;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The approved filings.
 *
 * @param approved that which began first stands first
 */
public record Filings(List<Filing> approved) {

    private static final Comparator<Filing> EARLIEST =
            Comparator.comparing(Filing::from).thenComparing(filing -> filing.id().value());

    /** No filing at all. */
    public static final Filings NONE = new Filings(List.of());

    public Filings {
        approved = approved.stream().sorted(EARLIEST).toList();
    }

    /** The approved ones of the latest events of all filings. */
    public static Filings of(Collection<ForceMajeureEvent> latest) {
        List<Filing> approved = new ArrayList<>();
        for (ForceMajeureEvent event : latest) {
            switch (event) {
                case ForceMajeureSet set -> {
                    Filing filing = Filing.of(set);
                    if (filing != null) {
                        approved.add(filing);
                    }
                }
            }
        }
        return new Filings(approved);
    }

    /** The filing that excuses a stall; of several the one that began first; null when none. */
    public @Nullable FilingId excusing(
            CourierCode courier, ShopId shop, String province, OpenStall stall) {
        for (Filing filing : approved) {
            if (filing.excuses(courier, shop, province, stall.since(), stall.deadline())) {
                return filing.id();
            }
        }
        return null;
    }

    /** Whether a filing is for the parcel in any part of that time. */
    public boolean touch(
            CourierCode courier, ShopId shop, String province, Instant from, Instant until) {
        return approved.stream()
                .anyMatch(filing -> filing.excuses(courier, shop, province, from, until));
    }

    /** The instant that counts in the place of the one at which it was promised to be shipped. */
    public Instant shipBy(CourierCode courier, ShopId shop, String province, Instant promised) {
        Instant latest = promised;
        for (Filing filing : approved) {
            Instant off = filing.putOff(courier, shop, province, promised);
            latest = off != null && off.isAfter(latest) ? off : latest;
        }
        return latest;
    }
}
