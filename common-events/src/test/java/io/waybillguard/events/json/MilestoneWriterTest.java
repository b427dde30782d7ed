package io.waybillguard.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MilestoneWriterTest {

    @ParameterizedTest
    @MethodSource("milestones")
    void aMilestoneIsWrittenInTheSameBytesAsByTheMapper(MilestoneReached event) {
        assertThat(EventJson.write(event))
                .asString()
                .isEqualTo(EventJson.mapper().writeValueAsString(event));
    }

    /** Every optional part is told and not told, every text has what JSON escapes. */
    static Stream<MilestoneReached> milestones() {
        return Stream.iterate(1L, seed -> seed + 1)
                .limit(200)
                .map(seed -> milestone(new Random(seed)));
    }

    private static MilestoneReached milestone(Random random) {
        return new MilestoneReached(
                new OrderId("o-1"),
                new ShopId("s-1"),
                new BuyerId("b-1"),
                new ParcelSnapshot(
                        ParcelId.of("ZTO", "731001"),
                        one(random, ParcelRole.values()),
                        one(random, Stage.values()),
                        random.nextInt(),
                        instant(random),
                        instant(random),
                        instant(random),
                        maybe(random, one(random, ScanKind.values())),
                        one(random, new String[] {"", "杭州", "a\"b\\c\n\u0001", "\ud83d\ude9a/<é>"}),
                        instant(random),
                        maybe(random, one(random, SignedBy.values())),
                        random.nextBoolean(),
                        maybe(random, one(random, ProblemReason.values())),
                        maybe(random, ParcelId.of("YTO", "YT-1"))),
                maybe(random, one(random, Stage.values())),
                random.nextLong(),
                Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1000)));
    }

    private static @Nullable Instant instant(Random random) {
        return maybe(random, Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }
}
