package io.waybillguard.system.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.CourierReport;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvent;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.system.benchmark.Silences.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Input and output of the tracker, compared: nothing lost, nothing twice, every stall in its time.
 *
 * @param allowed the silence that is no stall, the same at every stage
 * @param slack of the tracker's time
 */
record Books(
        List<Told<CourierReport>> reports,
        List<Told<ScanEvent>> scans,
        List<Told<MilestoneEvent>> milestones,
        List<Told<StallEvent>> stalls,
        Duration allowed,
        Duration slack) {

    private static final Map<ScanKind, Stage> STAGES =
            Map.of(
                    ScanKind.COLLECTED, Stage.COLLECTED,
                    ScanKind.DEPARTED, Stage.IN_TRANSIT,
                    ScanKind.ARRIVED, Stage.IN_TRANSIT,
                    ScanKind.AT_DESTINATION, Stage.AT_DESTINATION,
                    ScanKind.OUT_FOR_DELIVERY, Stage.OUT_FOR_DELIVERY,
                    ScanKind.SIGNED, Stage.SIGNED);

    /** The same of some parcels only. */
    Books of(Set<ParcelId> parcels) {
        return new Books(
                reports.stream()
                        .filter(told -> parcels.contains(reported(told).event().parcel()))
                        .toList(),
                scans.stream().filter(told -> parcels.contains(told.event().parcel())).toList(),
                milestones.stream()
                        .filter(told -> parcels.contains(reached(told).parcel().id()))
                        .toList(),
                stalls.stream()
                        .filter(told -> parcels.contains(told.event().stall().parcel()))
                        .toList(),
                allowed,
                slack);
    }

    /**
     * Fails unless they agree.
     *
     * @param sent how many reports were sent
     */
    void assertAgree(long sent) {
        assertThat(reports).as("every report is on its topic, once").hasSize((int) sent);
        assertEveryScanOnce();
        assertEveryRevisionOnce();
        assertEveryParcelWhereItsScansLeftIt();
        assertEveryStallInItsTime();
    }

    /** Recorded once; what came again was a duplicate. */
    private void assertEveryScanOnce() {
        Map<String, Long> wrong = new TreeMap<>();
        for (Told<ScanEvent> told : scans) {
            wrong.merge(name(told.event().parcel(), scanOf(told.event())), 1L, Long::sum);
        }
        reports.stream()
                .flatMap(told ->
                        reported(told).event().scans().stream()
                                .map(scan -> name(told.event().parcel(), scan)))
                .distinct()
                .forEach(name -> wrong.merge(name, -1L, Long::sum));
        wrong.values().removeIf(often -> often == 0);
        assertThat(wrong).as("scans told too often, or (-1) not at all").isEmpty();
    }

    private static Scan scanOf(ScanEvent event) {
        return switch (event) {
            case ScanEvent.ScanRecorded recorded -> recorded.scan();
        };
    }

    private static String name(ParcelId parcel, Scan scan) {
        return parcel + " " + scan.kind() + " " + scan.happenedAt();
    }

    /** Over milestones and stalls together, 1, 2, 3 …; on each topic they rise. */
    private void assertEveryRevisionOnce() {
        Map<ParcelId, List<Long>> all = new LinkedHashMap<>();
        byParcel(milestones, told -> reached(told).parcel().id())
                .forEach((id, told) -> rise(all, id, told, one -> reached(one).revision()));
        byParcel(stalls, told -> told.event().stall().parcel())
                .forEach((id, told) -> rise(all, id, told, one -> one.event().revision()));
        all.forEach((id, revisions) ->
                assertThat(revisions)
                        .as("revisions of %s", id)
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(1, revisions.size()).boxed().toList()));
    }

    private static <V> void rise(
            Map<ParcelId, List<Long>> all,
            ParcelId id,
            List<Told<V>> told,
            Function<Told<V>, Long> revision) {
        List<Long> revisions = told.stream().map(revision).toList();
        assertThat(revisions).as("revisions of %s on one topic", id).isSorted();
        all.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(revisions);
    }

    private void assertEveryParcelWhereItsScansLeftIt() {
        Map<ParcelId, List<Told<MilestoneEvent>>> told =
                byParcel(milestones, one -> reached(one).parcel().id());
        byParcel(reports, one -> one.event().parcel())
                .forEach((id, ofParcel) -> {
                    Stage expected =
                            ofParcel.stream()
                                    .flatMap(one -> reported(one).event().scans().stream())
                                    .max(Comparator.comparing(Scan::happenedAt))
                                    .map(scan -> STAGES.get(scan.kind()))
                                    .orElseThrow();
                    assertThat(told).as("milestones of %s", id).containsKey(id);
                    assertThat(reached(told.get(id).getLast()).parcel().stage())
                            .as("last stage of %s", id)
                            .isEqualTo(expected);
                    assertChain(id, told.get(id));
                });
    }

    private static void assertChain(ParcelId id, List<Told<MilestoneEvent>> told) {
        List<MilestoneReached> chain = told.stream().map(Books::reached).toList();
        for (int i = 1; i < chain.size(); i++) {
            assertThat(chain.get(i).previous())
                    .as("stage of %s before revision %d", id, chain.get(i).revision())
                    .isEqualTo(chain.get(i - 1).parcel().stage());
        }
    }

    private void assertEveryStallInItsTime() {
        Map<ParcelId, List<Told<StallEvent>>> told =
                byParcel(stalls, one -> one.event().stall().parcel());
        byParcel(reports, one -> one.event().parcel())
                .forEach((id, ofParcel) ->
                        assertStalls(
                                new Silences(
                                        ofParcel.stream().map(Books::reported).toList(), allowed),
                                told.getOrDefault(id, List.of()),
                                id));
    }

    private void assertStalls(Silences silences, List<Told<StallEvent>> told, ParcelId id) {
        List<StallDetails> raised = new ArrayList<>();
        List<Instant> cleared = new ArrayList<>();
        for (Told<StallEvent> one : told) {
            switch (one.event()) {
                case StallDetected detected -> {
                    assertInTime(detected, one.appended(), silences);
                    raised.add(detected.stall());
                }
                case StallCleared over -> cleared.add(over.stall().since());
                case StallEvent.StallEscalated _, StallEvent.StallReviewed _ ->
                        throw new AssertionError("nothing of the kind happened: " + one);
            }
        }
        List<Instant> sinces = raised.stream().map(StallDetails::since).toList();
        assertThat(sinces).as("stalls of %s", id).containsAll(silences.musts());
        assertThat(raised.stream().map(StallDetails::episode))
                .as("episodes of %s", id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, raised.size()).boxed().toList());
        assertThat(cleared)
                .as("stalls of %s that movement ended", id)
                .isEqualTo(
                        sinces.stream()
                                .filter(since -> !silences.musts().contains(since))
                                .toList());
    }

    private void assertInTime(StallDetected detected, Instant appended, Silences silences) {
        StallDetails stall = detected.stall();
        assertThat(silences.verdict(stall.since()))
                .as("what the input makes of %s", stall)
                .isNotEqualTo(Verdict.MUST_NOT);
        assertThat(stall.deadline()).isEqualTo(stall.since().plus(allowed));
        assertThat(detected.at()).as("when %s was told", stall).isAfterOrEqualTo(stall.deadline());
        assertThat(appended)
                .as("when %s was told, by the broker's clock", stall)
                .isAfterOrEqualTo(stall.deadline().plus(slack));
    }

    private static <V> Map<ParcelId, List<Told<V>>> byParcel(
            List<Told<V>> told, Function<Told<V>, ParcelId> parcel) {
        return told.stream()
                .collect(Collectors.groupingBy(parcel, LinkedHashMap::new, Collectors.toList()));
    }

    private static Told<ScansReported> reported(Told<CourierReport> told) {
        return switch (told.event()) {
            case ScansReported report -> new Told<>(report, told.appended());
        };
    }

    private static MilestoneReached reached(Told<MilestoneEvent> told) {
        return switch (told.event()) {
            case MilestoneReached reached -> reached;
        };
    }
}
