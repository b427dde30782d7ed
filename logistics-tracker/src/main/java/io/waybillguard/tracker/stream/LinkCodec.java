package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.tracking.Chain;
import io.waybillguard.tracker.tracking.Claim;
import io.waybillguard.tracker.tracking.Parcel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other ids than its own belong to a parcel, behind all else that is kept of it. */
final class LinkCodec {

    private LinkCodec() {}

    static void write(CompactOutput out, Parcel parcel) {
        out.number(parcel.chain().before());
        write(out, parcel.successor());
        for (Claim claim : parcel.claims()) {
            ParcelId under = claim.told().parcel();
            write(out, under.equals(parcel.id()) ? null : under);
        }
    }

    /** The parcel, as it was read without them, with its links. */
    static Parcel read(CompactInput in, Parcel parcel) {
        int before = in.count();
        Chain chain = new Chain(id(in), before);
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : parcel.claims()) {
            ParcelId under = id(in);
            claims.add(
                    under == null
                            ? claim
                            : new Claim(
                                    claim.told().under(under), claim.awaited(), claim.caveat()));
        }
        return new Parcel(
                parcel.id(),
                parcel.history(),
                claims,
                parcel.watch(),
                parcel.revision(),
                parcel.changedAt(),
                chain);
    }

    private static void write(CompactOutput out, @Nullable ParcelId id) {
        out.text(id == null ? "" : id.courier().value());
        if (id != null) {
            out.text(id.waybill());
        }
    }

    private static @Nullable ParcelId id(CompactInput in) {
        String courier = in.text();
        return courier.isEmpty() ? null : ParcelId.of(courier, in.text());
    }
}
