package io.waybillguard.tracker.lookup;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.stall.Circumstances;
import io.waybillguard.tracker.stall.Explanation;
import io.waybillguard.tracker.stall.Learning;
import io.waybillguard.tracker.stall.StallKinds;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.stream.Parcels;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which threshold row would hold, and why. */
@RestController
class ThresholdController {

    private final ThresholdTable table;
    private final Parcels parcels;

    ThresholdController(ThresholdTable table, Parcels parcels) {
        this.table = table;
        this.parcels = parcels;
    }

    /**
     * Asks the table.
     *
     * @param region the destination's province, by its short or full name; none: nobody told it
     * @param from the province the parcel came from, by its short or full name; none: nobody knows
     * @param at when the silence begins; default now
     */
    @GetMapping("/thresholds/explain")
    ThresholdView explain(
            @RequestParam String courier,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String platform,
            @RequestParam(defaultValue = "") String at) {
        try {
            Stage where = stageOf(stage);
            Circumstances facts =
                    new Circumstances(
                            platform,
                            new CourierCode(courier),
                            service,
                            province(region),
                            kindOf(where),
                            where,
                            at.isBlank() ? Instant.now() : OffsetDateTime.parse(at).toInstant());
            Explanation explained = table.explain(facts);
            return ThresholdView.of(
                    facts, explained, learned(facts, province(from), explained.row()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    /**
     * What the partitions of this instance learned; null for fixed hours; nothing yet before any
     * has.
     */
    private @Nullable LearnedView learned(Circumstances facts, String from, ThresholdRow row) {
        Learning learning = row.learning();
        return learning == null || facts.kind() == StallKind.NOT_COLLECTED
                ? null
                : LearnedView.of(facts, from, row, learning, parcels.usual());
    }

    private static String province(String name) {
        return name.isBlank() ? "" : Region.of(name).province();
    }

    private static Stage stageOf(String name) {
        try {
            return Stage.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no stage has the name " + name, e);
        }
    }

    private static StallKind kindOf(Stage stage) {
        StallKind kind = StallKinds.of(stage);
        if (kind == null) {
            throw new IllegalArgumentException("a parcel that is " + stage + " is not watched");
        }
        return kind;
    }
}
