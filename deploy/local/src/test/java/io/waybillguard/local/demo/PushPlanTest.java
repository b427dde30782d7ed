package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.types.ParcelId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PushPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final Trip FRESH =
            Trip.by(
                    "ZTO",
                    21,
                    LineKind.COLLECTED.ago(20),
                    LineKind.DEPARTED.ago(18),
                    LineKind.ARRIVED.ago(10),
                    LineKind.OUT_FOR_DELIVERY.ago(3),
                    LineKind.SIGNED.ago(1));
    private static final Trip OLD =
            Trip.by("YTO", 62, LineKind.COLLECTED.ago(60), LineKind.DEPARTED.ago(50));

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverChanceDoesTheLinesAddUpToTheTrip(long seed) {
        Parcel parcel = parcel(FRESH, seed);
        Set<String> told = new HashSet<>();
        for (Push push : plan(parcel).pushes()) {
            for (JsonNode line : lines(push)) {
                told.add(line.path("time").asString() + " " + line.path("statusCode").asString());
            }
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "2026-03-01 16:00:00 103",
                        "2026-03-01 18:00:00 1002",
                        "2026-03-02 02:00:00 0",
                        "2026-03-02 09:00:00 5",
                        "2026-03-02 11:00:00 301");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPushSaysHowManyLinesItCarries(long seed) {
        assertThat(plan(parcel(FRESH, seed)).pushes())
                .isNotEmpty()
                .allSatisfy(push -> assertThat(lines(push)).hasSize(push.lines()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anOldHistoryShowsItsLatestLineWithTheFirstPush(long seed) {
        Push first = plan(parcel(OLD, seed)).pushes().getFirst();
        assertThat(lines(first).stream().map(line -> line.path("time").asString()))
                .contains("2026-02-28 10:00:00");
    }

    @Test
    void theSameSeedPushesTheSame() {
        assertThat(plan(parcel(FRESH, 7)).pushes()).isEqualTo(plan(parcel(FRESH, 7)).pushes());
    }

    @Test
    void chanceRepeatsReordersAndDelays() {
        List<List<Push>> all =
                seeds().mapToObj(seed -> plan(parcel(FRESH, seed)).pushes()).toList();
        assertThat(all).anyMatch(pushes -> new HashSet<>(pushes).size() < pushes.size());
        assertThat(all).anyMatch(pushes -> pushes.getLast().lines() < FRESH.lines().size());
        assertThat(all).anyMatch(pushes -> pushes.getLast().lines() > FRESH.lines().size());
        assertThat(all).anyMatch(pushes -> !isNewestFirst(pushes.getLast()));
        assertThat(all.stream().mapToInt(List::size)).anyMatch(size -> size > 3);
    }

    @Test
    void aTripWithoutLinesIsNotPushed() {
        assertThat(plan(parcel(Trip.by("ZTO", 25), 1)).pushes()).isEmpty();
    }

    @Test
    void aTripInWordsCarriesNoCodes() {
        for (Push push : plan(parcel(FRESH.inWordsOnly(), 3)).pushes()) {
            assertThat(lines(push))
                    .allMatch(line -> !line.has("statusCode") && !line.has("status"))
                    .allMatch(line -> !line.path("context").asString().isBlank());
        }
    }

    @Test
    void aLaterPushCarriesTheWholeHistoryAndTheNewLine() {
        Kuaidi100.Line line = new Kuaidi100.Line(LineKind.ARRIVED, NOW);
        Push push = plan(parcel(OLD, 1)).after(List.of(line));
        assertThat(push.lines()).isEqualTo(3);
        assertThat(lines(push).getFirst().path("time").asString()).isEqualTo("2026-03-02 12:00:00");
    }

    private static boolean isNewestFirst(Push push) {
        List<String> times =
                lines(push).stream().map(line -> line.path("time").asString()).toList();
        List<String> sorted = new ArrayList<>(times);
        sorted.sort((one, other) -> other.compareTo(one));
        return times.equals(sorted);
    }

    private static PushPlan plan(Parcel parcel) {
        return new PushPlan(parcel, "pepper", NOW);
    }

    private static Parcel parcel(Trip trip, long seed) {
        ParcelId id = new ParcelId(trip.courier(), "T1");
        return new Parcel(id, trip, "杭州", "郑州", "demo", seed);
    }

    private static List<JsonNode> lines(Push push) {
        String param = push.body().substring("param=".length()).split("&", -1)[0];
        String json = URLDecoder.decode(param, StandardCharsets.UTF_8);
        JsonNode data = EventJson.mapper().readTree(json).path("lastResult").path("data");
        return List.copyOf(data.values());
    }
}
