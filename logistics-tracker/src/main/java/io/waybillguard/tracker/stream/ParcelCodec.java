package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.stream.StoreCodes.CAUSES;
import static io.waybillguard.tracker.stream.StoreCodes.LEVELS;
import static io.waybillguard.tracker.stream.StoreCodes.REASONS;
import static io.waybillguard.tracker.stream.StoreCodes.ROLES;
import static io.waybillguard.tracker.stream.StoreCodes.STAGES;
import static io.waybillguard.tracker.stream.StoreCodes.STALL_KINDS;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Watch;
import io.waybillguard.tracker.tracking.Caveat;
import io.waybillguard.tracker.tracking.Claim;
import io.waybillguard.tracker.tracking.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as the store keeps it. The first byte is the version: today's code writes {@value
 * #VERSION} and must read every version that was ever written. A parcel that other ids belong to
 * has one bit more in that byte, and they stand behind all else.
 */
public final class ParcelCodec {

    private static final int VERSION = 3;
    private static final int LINKED = 0x40;
    private static final long NEVER = -1;
    private static final int OPEN = 1;
    private static final int OVER = 2;

    private ParcelCodec() {}

    /** The parcel's bytes, without its id: that is the key. */
    public static byte[] write(Parcel parcel) {
        CompactOutput out = new CompactOutput();
        out.octet(parcel.isLinked() ? VERSION | LINKED : VERSION);
        out.instant(parcel.changedAt());
        out.number(parcel.revision());
        HistoryCodec.write(out, parcel.history());
        out.number(parcel.claims().size());
        parcel.claims().forEach(claim -> write(out, claim));
        write(out, parcel.watch());
        if (parcel.isLinked()) {
            LinkCodec.write(out, parcel);
        }
        return out.toBytes();
    }

    /**
     * The parcel of {@code id}.
     *
     * @throws IllegalStateException for a version this code does not know
     */
    public static Parcel read(ParcelId id, byte[] bytes) {
        CompactInput in = new CompactInput(bytes);
        int first = in.octet();
        int version = first & ~LINKED;
        if (version < 1 || version > VERSION) {
            throw new IllegalStateException("a stored parcel has the unknown version " + version);
        }
        Instant changedAt = in.instant();
        long revision = in.number();
        ScanHistory history = HistoryCodec.read(in, version);
        List<Claim> claims = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            ParcelClaimed told = told(id, in);
            claims.add(version == 1 ? new Claim(told, true, Caveat.NONE) : claim(told, in));
        }
        Parcel parcel = new Parcel(id, history, claims, watch(in, version), revision, changedAt);
        return version == first ? parcel : LinkCodec.read(in, parcel);
    }

    private static void write(CompactOutput out, Claim claim) {
        write(out, claim.told());
        FilingId exempt = claim.caveat().exempt();
        out.octet((claim.awaited() ? 1 : 0) | (claim.caveat().feedSuspect() ? 2 : 0));
        out.text(exempt == null ? "" : exempt.value());
    }

    private static Claim claim(ParcelClaimed told, CompactInput in) {
        int flags = in.octet();
        String exempt = in.text();
        return new Claim(
                told,
                (flags & 1) != 0,
                new Caveat((flags & 2) != 0, exempt.isEmpty() ? null : new FilingId(exempt)));
    }

    private static void write(CompactOutput out, ParcelClaimed claim) {
        Region destination = claim.destination();
        out.text(claim.orderId().value());
        out.text(claim.shopId().value());
        out.text(claim.buyerId().value());
        out.octet(ROLES.codeOf(claim.role()));
        out.text(claim.platform());
        out.text(claim.service());
        out.text(destination == null ? "" : destination.province());
        out.text(destination == null ? "" : destination.city());
        out.exact(claim.shippedAt());
    }

    private static ParcelClaimed told(ParcelId id, CompactInput in) {
        return new ParcelClaimed(
                id,
                new OrderId(in.text()),
                new ShopId(in.text()),
                new BuyerId(in.text()),
                ROLES.required(in.octet()),
                in.text(),
                in.text(),
                destination(in.text(), in.text()),
                in.exact());
    }

    /** Nobody told it: no province, or {@code -} where version 1 wrote it. */
    private static @Nullable Region destination(String province, String city) {
        return province.isEmpty() ? null : new Region(province, city);
    }

    private static void write(CompactOutput out, Watch watch) {
        out.number(watch.episodes());
        OpenStall open = watch.open();
        out.octet((open == null ? 0 : OPEN) | (watch.over().isEmpty() ? 0 : OVER));
        if (!watch.over().isEmpty()) {
            write(out, watch.over());
        }
        if (open == null) {
            return;
        }
        Duration lostAfter = open.lostAfter();
        out.octet(STALL_KINDS.codeOf(open.kind()));
        out.octet(CAUSES.codeOf(open.cause()));
        out.octet(REASONS.codeOf(open.problem()));
        out.octet(LEVELS.codeOf(open.level()));
        out.exact(open.since());
        out.number(open.threshold().toMillis());
        out.number(lostAfter == null ? NEVER : lostAfter.toMillis());
        out.text(open.row());
        out.octet(STAGES.codeOf(open.stage()));
        out.text(open.lastPlace());
        out.exact(open.deadline());
        write(out, open.learned());
        out.number(watch.episodes() - open.episode());
    }

    private static void write(CompactOutput out, @Nullable LearnedSilence learned) {
        out.octet(learned == null ? 0 : 1);
        if (learned != null) {
            out.bits(Double.doubleToLongBits(learned.quantile()));
            out.number(learned.samples());
            out.number(learned.silence().toMillis());
            out.text(learned.from());
            out.text(learned.to());
        }
    }

    private static @Nullable LearnedSilence learned(CompactInput in) {
        return in.octet() == 0
                ? null
                : new LearnedSilence(
                        Double.longBitsToDouble(in.bits()),
                        in.number(),
                        Duration.ofMillis(in.number()),
                        in.text(),
                        in.text());
    }

    /** Instants that rise, as differences. */
    private static void write(CompactOutput out, List<Instant> rising) {
        out.number(rising.size());
        long before = 0;
        for (Instant instant : rising) {
            out.number(instant.toEpochMilli() - before);
            before = instant.toEpochMilli();
        }
    }

    private static List<Instant> rising(CompactInput in) {
        List<Instant> rising = new ArrayList<>();
        long before = 0;
        for (int left = in.count(); left > 0; left--) {
            before += in.number();
            rising.add(Instant.ofEpochMilli(before));
        }
        return rising;
    }

    /** Before version 3 no stall that is over was remembered, and the open one was the latest. */
    private static Watch watch(CompactInput in, int version) {
        int episodes = in.count();
        int flags = in.octet();
        List<Instant> over = (flags & OVER) == 0 ? List.of() : rising(in);
        if ((flags & OPEN) == 0) {
            return new Watch(episodes, null, over);
        }
        var kind = STALL_KINDS.required(in.octet());
        var cause = CAUSES.required(in.octet());
        var problem = REASONS.nullable(in.octet());
        var level = LEVELS.required(in.octet());
        Instant since = in.exact();
        Duration threshold = Duration.ofMillis(in.number());
        long lostAfter = in.number();
        String row = in.text();
        var stage = STAGES.required(in.octet());
        String lastPlace = in.text();
        Instant deadline = in.exact();
        LearnedSilence learned = version < 3 ? null : learned(in);
        int later = version < 3 ? 0 : in.count();
        return new Watch(
                episodes,
                new OpenStall(
                        episodes - later,
                        kind,
                        cause,
                        problem,
                        level,
                        since,
                        threshold,
                        lostAfter == NEVER ? null : Duration.ofMillis(lostAfter),
                        row,
                        deadline,
                        stage,
                        lastPlace,
                        learned),
                over);
    }
}
