package io.waybillguard.tracker.stall;

import static io.waybillguard.tracker.Scans.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.FilingReason;
import io.waybillguard.events.policy.FilingStatus;
import io.waybillguard.events.policy.ForceMajeureEvent.ForceMajeureSet;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FilingsTest {

    private static final CourierCode ZTO = new CourierCode("ZTO");
    private static final ShopId SHOP = new ShopId("shop-1");

    @ParameterizedTest
    @EnumSource(FilingStatus.class)
    void onlyAnApprovedFilingExcuses(FilingStatus status) {
        Filings filings =
                Filings.of(List.of(set("f", null, Set.of(), Set.of(), 0, 100, null, status)));

        assertThat(filings.excusing(ZTO, SHOP, "浙江", stall(10, 58)) != null)
                .isEqualTo(status == FilingStatus.APPROVED);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "ZTO, shop-1, 新疆, true",
        "YTO, shop-1, 新疆, false",
        "ZTO, shop-2, 新疆, false",
        "ZTO, shop-1, 浙江, false",
        "ZTO, shop-1, '', false",
    })
    void itIsForItsCouriersShopAndProvinces(
            String courier, String shop, String province, boolean excused) {
        Filings filings = approved("f", SHOP, Set.of("新疆"), Set.of(ZTO), 0, 100, null);

        assertThat(
                        filings.excusing(
                                        new CourierCode(courier),
                                        new ShopId(shop),
                                        province,
                                        stall(10, 58))
                                != null)
                .isEqualTo(excused);
    }

    /**
     * From 100 until 200: what became a stall before, and what fell silent after, is not excused.
     */
    @ParameterizedTest
    @CsvSource({
        "51.9, 99.9, false",
        "52, 100, true",
        "120, 168, true",
        "199.9, 247.9, true",
        "200, 248, false",
    })
    void thePeriodMustTouchTheSilence(double since, double deadline, boolean excused) {
        Filings filings = approved("f", null, Set.of(), Set.of(), 100, 200, null);

        assertThat(filings.excusing(ZTO, SHOP, "", stall(since, deadline)) != null)
                .isEqualTo(excused);
    }

    @Test
    void ofSeveralTheOneThatBeganFirstIsNamed() {
        ForceMajeureSet late =
                set("a", null, Set.of(), Set.of(), 5, 100, null, FilingStatus.APPROVED);
        ForceMajeureSet early =
                set("b", null, Set.of(), Set.of(), 0, 100, null, FilingStatus.APPROVED);

        for (List<ForceMajeureSet> both : List.of(List.of(late, early), List.of(early, late))) {
            assertThat(Filings.of(List.copyOf(both)).excusing(ZTO, SHOP, "", stall(10, 58)))
                    .isEqualTo(new FilingId("b"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 150",
        "149, 150",
        "151, 151",
        "250, 250",
    })
    void theLatestShipInstantPutsOffAndNeverBringsForward(double shipped, double counts) {
        Filings filings = approved("f", null, Set.of(), Set.of(), 100, 200, hour(150));

        assertThat(filings.shipBy(ZTO, SHOP, "", hour(shipped))).isEqualTo(hour(counts));
    }

    private static Filings approved(
            String id,
            @Nullable ShopId shop,
            Set<String> provinces,
            Set<CourierCode> couriers,
            double from,
            double until,
            @Nullable Instant shipBy) {
        return Filings.of(
                List.of(
                        set(
                                id,
                                shop,
                                provinces,
                                couriers,
                                from,
                                until,
                                shipBy,
                                FilingStatus.APPROVED)));
    }

    private static ForceMajeureSet set(
            String id,
            @Nullable ShopId shop,
            Set<String> provinces,
            Set<CourierCode> couriers,
            double from,
            double until,
            @Nullable Instant shipBy,
            FilingStatus status) {
        return new ForceMajeureSet(
                new FilingId(id),
                shop,
                FilingReason.WEATHER,
                "",
                provinces,
                couriers,
                hour(from),
                hour(until),
                shipBy,
                status,
                hour(0));
    }

    private static OpenStall stall(double since, double deadline) {
        return new OpenStall(
                1,
                StallKind.IN_TRANSIT,
                StallCause.SILENCE,
                null,
                StallLevel.STALLED,
                hour(since),
                Duration.ofHours(48),
                null,
                "in-transit",
                hour(deadline),
                Stage.IN_TRANSIT,
                "",
                null);
    }
}
