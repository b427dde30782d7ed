package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cases that a threshold row is for. A condition that is null or empty always holds.
 *
 * @param provinces destinations, by their short names
 * @param kinds of stall that may come of it
 * @param stages finer than kinds
 * @param from the first instant of the period in which the silence must begin
 * @param until the first instant after it
 * @throws IllegalArgumentException for a period that ends before it begins, or kinds and stages
 *     that never come together
 */
public record Scope(
        @Nullable String platform,
        @Nullable CourierCode courier,
        @Nullable String service,
        Set<String> provinces,
        Set<StallKind> kinds,
        Set<Stage> stages,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Every case. */
    public static final Scope ALL =
            new Scope(null, null, null, Set.of(), Set.of(), Set.of(), null, null);

    public Scope {
        provinces = Set.copyOf(provinces);
        kinds = Set.copyOf(kinds);
        stages = Set.copyOf(stages);
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("the period ends before it begins");
        }
        if (places(kinds, stages).isEmpty()) {
            throw new IllegalArgumentException("no watched stage is of these kinds and stages");
        }
    }

    /** Those of one kind of stall. */
    public static Scope of(StallKind kind) {
        return new Scope(null, null, null, Set.of(), Set.of(kind), Set.of(), null, null);
    }

    /** Those of one stage. */
    public static Scope of(Stage stage) {
        return new Scope(null, null, null, Set.of(), Set.of(), Set.of(stage), null, null);
    }

    /** The same, only to the provinces. */
    public Scope to(Set<String> only) {
        return new Scope(platform, courier, service, only, kinds, stages, from, until);
    }

    /** How many conditions it has: kinds and stages are one, and a period is one. */
    long conditions() {
        return Stream.of(
                        platform != null,
                        courier != null,
                        service != null,
                        !provinces.isEmpty(),
                        !kinds.isEmpty() || !stages.isEmpty(),
                        from != null || until != null)
                .filter(set -> set)
                .count();
    }

    boolean namesStages() {
        return !stages.isEmpty();
    }

    /** The first condition that does not hold; null when all do. */
    @Nullable String refusalOf(Circumstances that) {
        return Stream.of(
                        failed("platform", platform, that.platform()),
                        failed(
                                "courier",
                                courier == null ? null : courier.value(),
                                that.courier().value()),
                        failed("service", service, that.service()),
                        failed("region", provinces, that.province()),
                        failed("kind", kinds, that.kind()),
                        failed("stage", stages, that.stage()),
                        failedPeriod(that.since()))
                .filter(failure -> !failure.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Whether every condition holds. */
    boolean covers(Circumstances that) {
        return (platform == null || platform.equalsIgnoreCase(that.platform()))
                && (courier == null || courier.equals(that.courier()))
                && (service == null || service.equalsIgnoreCase(that.service()))
                && (provinces.isEmpty() || provinces.contains(that.province()))
                && (kinds.isEmpty() || kinds.contains(that.kind()))
                && (stages.isEmpty() || stages.contains(that.stage()))
                && isInPeriod(that.since());
    }

    private boolean isInPeriod(Instant since) {
        return (from == null || !since.isBefore(from)) && (until == null || since.isBefore(until));
    }

    /** The cases that both are for; null when there are none. */
    @Nullable Scope and(Scope other) {
        boolean apart =
                isOther(platform, other.platform)
                        || isOther(courier, other.courier)
                        || isOther(service, other.service)
                        || isApart(provinces, other.provinces)
                        || isApart(places(), other.places())
                        || isAfter(from, other.until)
                        || isAfter(other.from, until);
        return apart
                ? null
                : new Scope(
                        platform == null ? other.platform : platform,
                        courier == null ? other.courier : courier,
                        service == null ? other.service : service,
                        common(provinces, other.provinces),
                        Set.of(),
                        common(places(), other.places()),
                        from == null || (other.from != null && from.isBefore(other.from))
                                ? other.from
                                : from,
                        until == null || (other.until != null && until.isAfter(other.until))
                                ? other.until
                                : until);
    }

    /** Whether it is for every case that {@code other} is for. */
    boolean contains(Scope other) {
        return (platform == null || platform.equalsIgnoreCase(other.platform))
                && (courier == null || courier.equals(other.courier))
                && (service == null || service.equalsIgnoreCase(other.service))
                && (provinces.isEmpty()
                        || (!other.provinces.isEmpty() && provinces.containsAll(other.provinces)))
                && places().containsAll(other.places())
                && (from == null || (other.from != null && !other.from.isBefore(from)))
                && (until == null || (other.until != null && !other.until.isAfter(until)));
    }

    /** Whether it is for parcels alone that no courier has. */
    boolean isBeforePickup() {
        return places().equals(Set.of(Stage.REGISTERED));
    }

    private Set<Stage> places() {
        return places(kinds, stages);
    }

    /** The watched stages that are of one of the kinds and among the stages. */
    private static Set<Stage> places(Set<StallKind> kinds, Set<Stage> stages) {
        Set<Stage> places = EnumSet.noneOf(Stage.class);
        Arrays.stream(Stage.values())
                .filter(stage -> {
                    StallKind kind = StallKinds.of(stage);
                    return kind != null
                            && (kinds.isEmpty() || kinds.contains(kind))
                            && (stages.isEmpty() || stages.contains(stage));
                })
                .forEach(places::add);
        return places;
    }

    private static boolean isOther(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equalsIgnoreCase(other);
    }

    private static boolean isOther(@Nullable CourierCode one, @Nullable CourierCode other) {
        return one != null && other != null && !one.equals(other);
    }

    private static <T> boolean isApart(Set<T> some, Set<T> others) {
        return !some.isEmpty() && !others.isEmpty() && common(some, others).isEmpty();
    }

    private static boolean isAfter(@Nullable Instant from, @Nullable Instant until) {
        return from != null && until != null && !from.isBefore(until);
    }

    private static <T> Set<T> common(Set<T> some, Set<T> others) {
        if (some.isEmpty()) {
            return others;
        }
        Set<T> common = new HashSet<>(some);
        if (!others.isEmpty()) {
            common.retainAll(others);
        }
        return common;
    }

    private static String failed(String what, @Nullable String wanted, String is) {
        return wanted == null || wanted.equalsIgnoreCase(is)
                ? ""
                : "%s is %s, not %s".formatted(what, named(is), wanted);
    }

    private static <T> String failed(String what, Set<T> wanted, T is) {
        return wanted.isEmpty() || wanted.contains(is)
                ? ""
                : "%s is %s, not one of %s"
                        .formatted(
                                what,
                                named(is.toString()),
                                String.join(
                                        ", ",
                                        wanted.stream().map(Object::toString).sorted().toList()));
    }

    private String failedPeriod(Instant since) {
        if (isInPeriod(since)) {
            return "";
        }
        return "the silence begins at %s, not from %s until %s"
                .formatted(since, from == null ? "ever" : from, until == null ? "ever" : until);
    }

    private static String named(String text) {
        return text.isEmpty() ? "not told" : text;
    }
}
