package io.waybillguard.tracker.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.lines.TableRows;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Mutations;
import io.waybillguard.tracker.provider.Provider.Outcome;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.provider.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KarrioTest {

    private static final String PUSH =
            """
            {"event":"tracker_updated","data":{
              "id":"trk_1","object_type":"tracker","carrier_name":"dhl_express",
              "carrier_id":"dhl","tracking_number":"JD0140009281","delivered":false,
              "test_mode":false,"status":"delivery_failed","info":{"customer_name":"Ana Li"},
              "events":[
               {"date":"2026-11-12","time":"03:30 AM","timestamp":"2026-11-12T03:30:00.000Z",
                "description":"Ana Li was not there","location":"Toronto ON CA","code":"NH",
                "status":"delivery_failed","reason":"consignee_not_home"},
               {"date":"2026-11-11","time":"05:21 PM","timestamp":null,
                "description":"Arrived","location":"Mississauga ON CA","code":"AR",
                "status":"in_transit","reason":null},
               {"date":"2026-11-11","time":"00:05","description":"Picked up",
                "location":"Laval QC CA","code":"PU","status":"picked_up"}]}}
            """;

    private final Karrio karrio = new Karrio(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 10);
    private final Told told = new Told(karrio);

    @ParameterizedTest(name = "{0} is {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "pending, ORDERED, -, -",
                "picked_up, COLLECTED, -, -",
                "in_transit, ARRIVED, -, -",
                "out_for_delivery, OUT_FOR_DELIVERY, -, -",
                "ready_for_pickup, STORED, -, -",
                "delivered, SIGNED, -, UNKNOWN",
                "delivery_failed, DELIVERY_FAILED, OTHER, -",
                "delivery_delayed, PROBLEM, DELAYED, -",
                "on_hold, PROBLEM, HELD, -",
                "return_to_sender, RETURNING, -, -",
                "cancelled, CANCELLED, -, -",
                "unknown, OTHER, -, -",
                "carrier_damaged_parcel, PROBLEM, DAMAGED, -",
                "carrier_sorting_error, PROBLEM, MISSORTED, -",
                "carrier_address_not_found, PROBLEM, BAD_ADDRESS, -",
                "carrier_parcel_lost, PROBLEM, LOST, -",
                "carrier_not_enough_time, PROBLEM, DELAYED, -",
                "carrier_vehicle_issue, PROBLEM, DELAYED, -",
                "carrier_capacity_exceeded, PROBLEM, DELAYED, -",
                "carrier_mechanical_delay, PROBLEM, DELAYED, -",
                "consignee_refused, REFUSED, -, -",
                "consignee_business_closed, DELIVERY_FAILED, UNREACHABLE, -",
                "consignee_not_available, DELIVERY_FAILED, UNREACHABLE, -",
                "consignee_not_home, DELIVERY_FAILED, UNREACHABLE, -",
                "consignee_cancelled, PROBLEM, OTHER, -",
                "consignee_verification_failed, DELIVERY_FAILED, OTHER, -",
                "consignee_incorrect_address, DELIVERY_FAILED, BAD_ADDRESS, -",
                "consignee_access_restricted, DELIVERY_FAILED, OTHER, -",
                "consignee_safe_place_unavailable, DELIVERY_FAILED, OTHER, -",
                "customs_delay, PROBLEM, HELD, -",
                "customs_documentation, PROBLEM, HELD, -",
                "customs_duties_unpaid, PROBLEM, HELD, -",
                "customs_prohibited, PROBLEM, HELD, -",
                "customs_inspection, PROBLEM, HELD, -",
                "weather_delay, PROBLEM, DELAYED, -",
                "natural_disaster, PROBLEM, DELAYED, -",
                "force_majeure, PROBLEM, DELAYED, -",
                "parcel_being_researched, PROBLEM, OTHER, -",
                "security_issue, PROBLEM, HELD, -",
                "regulatory_hold, PROBLEM, HELD, -",
            })
    void everyCodeIsUnderstood(
            String code,
            @Nullable ScanKind kind,
            @Nullable String reason,
            @Nullable String signedBy) {
        TableRows.means(KarrioCodes.TABLE, code, kind, reason, signedBy);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(KarrioCodes.TABLE.rows()).hasSize(40);
        assertThat(KarrioCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly("consignee_cancelled");
    }

    @Test
    void aPushTellsItsParcelAndAllEventsWhateverTheirOrder() {
        Accepted accepted = told.accepted(PUSH);

        assertThat(accepted.reports()).hasSize(1);
        assertThat(accepted.reports().getFirst().parcel())
                .isEqualTo(ParcelId.of("DHL_EXPRESS", "JD0140009281"));
        assertThat(karrio.parcelOf(Told.webhook(PUSH)))
                .contains(ParcelId.of("DHL_EXPRESS", "JD0140009281"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.DELIVERY_FAILED, ScanKind.ARRIVED, ScanKind.COLLECTED);
        assertThat(accepted.scans())
                .extracting(Scan::happenedAt)
                .containsExactly(
                        Instant.parse("2026-11-12T03:30:00Z"),
                        Instant.parse("2026-11-11T09:21:00Z"),
                        Instant.parse("2026-11-10T16:05:00Z"));
        assertThat(accepted.scans()).extracting(Scan::place).startsWith("Toronto ON CA");
        assertThat(accepted.scans().getFirst().reason()).isEqualTo(ProblemReason.UNREACHABLE);
        assertThat(accepted.unknownCodes()).isEmpty();
        assertThat(accepted.toString()).doesNotContain("Ana Li");
    }

    /** Older versions: an event has no status. */
    @Test
    void theTrackersStatusCountsForTheLatestEventThatHasNone() {
        Accepted accepted =
                told.accepted(
                        push(
                                "delivered",
                                event("", "", "2026-11-11T09:00:00Z")
                                        + ","
                                        + event("", "", "2026-11-11T08:00:00Z")));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.SIGNED, ScanKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "delivery_failed, consignee_refused, REFUSED, consignee_refused",
        "in_transit, customs_inspection, PROBLEM, customs_inspection",
        "delivered, consignee_not_home, SIGNED, delivered",
        "return_to_sender, consignee_refused, RETURNING, return_to_sender",
        "delivery_failed, '', DELIVERY_FAILED, delivery_failed",
        "'', weather_delay, PROBLEM, weather_delay",
    })
    void aReasonCountsOnlyWhereItSaysMoreThanTheStatus(
            String status, String reason, ScanKind kind, String code) {
        Accepted accepted =
                told.accepted(push("in_transit", event(status, reason, "2026-11-11T08:00:00Z")));

        assertThat(accepted.scans()).extracting(Scan::kind).containsExactly(kind);
        assertThat(accepted.scans()).extracting(Scan::code).containsExactly(code);
    }

    @Test
    void aReasonThatIsNotKnownMeansItsStatusAndIsReported() {
        Accepted accepted =
                told.accepted(
                        push(
                                "in_transit",
                                event("on_hold", "retailer_bankrupt", "2026-11-11T08:00:00Z")
                                        + ","
                                        + event("sunk", "", "2026-11-11T07:00:00Z")));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.PROBLEM, ScanKind.OTHER);
        assertThat(accepted.unknownCodes()).containsExactly("retailer_bankrupt", "sunk");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-11, 17:21, 2026-11-11T09:21:00Z",
        "2026-11-11, 05:21 PM, 2026-11-11T09:21:00Z",
        "2026-11-11, 5:21:30 pm, 2026-11-11T09:21:30Z",
        "2026-11-11, 12:00 AM, 2026-11-10T16:00:00Z",
    })
    void aDateAndAnHourAreATime(String date, String hour, Instant time) {
        String event =
                "{\"date\":\"%s\",\"time\":\"%s\",\"status\":\"in_transit\"}".formatted(date, hour);

        assertThat(told.accepted(push("in_transit", event)).scans())
                .extracting(Scan::happenedAt)
                .containsExactly(time);
    }

    @Test
    void aTimeThatCannotBeIsPassedOver() {
        Accepted accepted =
                told.accepted(
                        push(
                                "in_transit",
                                "{\"date\":\"2026-11-11\",\"time\":\"\"},"
                                        + "{\"date\":\"2026-11-11\",\"time\":\"25:00\"},"
                                        + "{\"time\":\"05:00 PM\"},"
                                        + event("in_transit", "", "2026-11-12T04:05:01Z")
                                        + ","
                                        + event("picked_up", "", "2026-11-12T04:05:00.000Z")));

        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("picked_up");
        assertThat(accepted.passedOver())
                .containsExactly(
                        PassedOver.NO_TIME,
                        PassedOver.NO_TIME,
                        PassedOver.NO_TIME,
                        PassedOver.IN_THE_FUTURE);
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsReason() {
        assertThat(told.reasonOf("")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("[{}]")).isEqualTo(Reason.NOT_JSON);
        assertThat(
                        told.reasonOf(
                                "{\"event\":\"shipment_purchased\",\"data\":{"
                                        + "\"carrier_name\":\"ups\",\"tracking_number\":\"1\"}}"))
                .isEqualTo(Reason.NO_RESULT);
        assertThat(told.reasonOf("{\"event\":\"tracker_updated\",\"data\":{}}"))
                .isEqualTo(Reason.BAD_PARCEL);
        assertThat(told.reasonOf(push("in_transit", event("in_transit", "", ""))))
                .isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(
                        told.reasonOf(
                                push(
                                        "in_transit",
                                        (event("in_transit", "", "") + ",").repeat(10) + "{}")))
                .isEqualTo(Reason.TOO_MANY_LINES);
    }

    @ParameterizedTest
    @CsvSource({"s1, true", "s2, true", "S1, false", "s, false", "'', false"})
    void eachOfTwoSecretsVouchesForTheSender(String given, boolean authentic) {
        Webhook webhook = Told.webhook(PUSH, "x-event-id", given);

        assertThat(karrio.isAuthentic(webhook, told.signing("s1", "s2"))).isEqualTo(authentic);
        assertThat(karrio.signatureHeaders()).containsExactly("x-event-id");
    }

    private static String push(String status, String events) {
        return """
        {"event":"tracker_updated","data":{"carrier_name":"ups",\
        "tracking_number":"1Z7","status":"%s","events":[%s]}}\
        """
                .formatted(status, events);
    }

    private static String event(String status, String reason, String time) {
        return """
        {"status":"%s","reason":"%s","timestamp":"%s","description":"m"}\
        """
                .formatted(status, reason, time);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theAnswerIsShortAndTheStatusSaysWhatBecameOfThePush(Outcome outcome) {
        assertThat(karrio.answer(outcome, Told.webhook("")).contentType())
                .startsWith("application/json");
        assertThat(karrio.answer(outcome, Told.webhook("")).body())
                .isEqualTo(
                        "{\"message\":\"%s\"}"
                                .formatted(
                                        switch (outcome) {
                                            case TAKEN -> "taken";
                                            case UNKNOWN_ACCOUNT -> "no such account";
                                            case NOT_AUTHENTIC -> "wrong signature";
                                            case TOO_LARGE -> "too large";
                                            case NOT_WRITTEN -> "not taken, send it again";
                                        }));
        assertThat(outcome == Outcome.TAKEN).isEqualTo(outcome.status() == 200);
    }

    @Test
    void anUnsignedAccountAsksForNoSignature() {
        assertThat(karrio.isAuthentic(Told.webhook("?"), told.open())).isTrue();
        assertThat(karrio.isAuthentic(Told.webhook("?"), told.signing("s1"))).isFalse();
    }

    @Test
    void noDamageToAPushThrows() {
        Mutations.areHarmless(karrio, Mutations.ofText(PUSH, 361).map(Told::webhook));
        Mutations.areHarmless(
                karrio,
                Mutations.ofBytes(PUSH.getBytes(StandardCharsets.UTF_8), 362).map(Told::webhook));
    }
}
