package io.waybillguard.tracker.aftership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.lines.TableRows;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.Mutations;
import io.waybillguard.tracker.provider.Provider.Outcome;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.provider.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AfterShipTest {

    private static final Path SAMPLE =
            Path.of("../../shared/samples/aftership/GetTrackingResult.json");

    private static final String PUSH =
            """
            {"event":"tracking_update","event_id":"0c7b2c4e-7f83-4a0c-9f6b-000000000001",
             "is_tracking_first_tag":true,"ts":1762840000,"msg":{
              "id":"t1","slug":"yto","tracking_number":"YT7001","tag":"Delivered",
              "subtag":"Delivered_003","signed_by":"KOSUTOKO","customer_name":null,
              "return_to_sender":false,"checkpoints":[
               {"slug":"yto","tag":"InfoReceived","subtag":"InfoReceived_001","city":null,
                "location":null,"country_name":null,"message":"Shipment information sent",
                "checkpoint_time":"2026-11-09T01:21:39-05:00","coordinates":[]},
               {"slug":"yto","tag":"InTransit","subtag":"InTransit_002","city":null,
                "location":"DONGGUAN CN","country_name":"China","message":"Picked up",
                "checkpoint_time":"2026-11-09T16:58:00"},
               {"slug":"yto","tag":"Delivered","subtag":"Delivered_003","city":"Sapporo",
                "state":"Hokkaido","location":null,"country_name":"Japan",
                "message":"Delivered to Kosutoko, signed by: Sato, 13900001111",
                "checkpoint_time":"2026-11-12T10:10:00+09:00"},
               {"slug":"yto","tag":"InTransit","subtag":"InTransit_007","city":null,
                "location":"DONGGUAN CN","country_name":"China","message":"Left facility",
                "checkpoint_time":"2026-11-09T20:45:00+08:00"}]}}
            """;

    private final AfterShip afterShip = new AfterShip(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 10);
    private final Told told = new Told(afterShip);

    @ParameterizedTest(name = "{0} is {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Pending, -, -, -",
                "Pending_001, -, -, -",
                "Pending_002, -, -, -",
                "Pending_003, -, -, -",
                "Pending_004, -, -, -",
                "Pending_005, -, -, -",
                "Pending_006, -, -, -",
                "InfoReceived, ORDERED, -, -",
                "InfoReceived_001, ORDERED, -, -",
                "InTransit, ARRIVED, -, -",
                "InTransit_001, ARRIVED, -, -",
                "InTransit_002, COLLECTED, -, -",
                "InTransit_003, ARRIVED, -, -",
                "InTransit_004, ARRIVED, -, -",
                "InTransit_005, CUSTOMS, -, -",
                "InTransit_006, CUSTOMS, -, -",
                "InTransit_007, DEPARTED, -, -",
                "InTransit_008, ARRIVED, -, -",
                "InTransit_009, REDIRECTED, -, -",
                "OutForDelivery, OUT_FOR_DELIVERY, -, -",
                "OutForDelivery_001, OUT_FOR_DELIVERY, -, -",
                "OutForDelivery_002, STORED, -, -",
                "OutForDelivery_003, OUT_FOR_DELIVERY, -, -",
                "OutForDelivery_004, AT_DESTINATION, -, -",
                "AttemptFail, DELIVERY_FAILED, OTHER, -",
                "AttemptFail_001, DELIVERY_FAILED, OTHER, -",
                "AttemptFail_002, DELIVERY_FAILED, UNREACHABLE, -",
                "AttemptFail_003, DELIVERY_FAILED, UNREACHABLE, -",
                "Delivered, SIGNED, -, UNKNOWN",
                "Delivered_001, SIGNED, -, UNKNOWN",
                "Delivered_002, SIGNED, -, BUYER",
                "Delivered_003, SIGNED, -, BUYER",
                "Delivered_004, SIGNED, -, UNKNOWN",
                "Delivered_005, SIGNED, -, OTHER_PERSON",
                "AvailableForPickup, STORED, -, -",
                "AvailableForPickup_001, STORED, -, -",
                "Exception, PROBLEM, OTHER, -",
                "Exception_001, PROBLEM, OTHER, -",
                "Exception_002, PROBLEM, BAD_ADDRESS, -",
                "Exception_003, REFUSED, -, -",
                "Exception_004, PROBLEM, HELD, -",
                "Exception_005, PROBLEM, DELAYED, -",
                "Exception_006, PROBLEM, HELD, -",
                "Exception_007, PROBLEM, BAD_ADDRESS, -",
                "Exception_008, PROBLEM, UNCLAIMED, -",
                "Exception_009, PROBLEM, OTHER, -",
                "Exception_010, RETURNING, -, -",
                "Exception_011, RETURNED, -, -",
                "Exception_012, PROBLEM, DAMAGED, -",
                "Exception_013, PROBLEM, LOST, -",
                "Exception_016, PROBLEM, DELAYED, -",
                "Exception_017, PROBLEM, DELAYED, -",
                "Exception_018, PROBLEM, HELD, -",
                "Expired, -, -, -",
                "Expired_001, -, -, -",
            })
    void everyCodeIsUnderstood(
            String code,
            @Nullable ScanKind kind,
            @Nullable String reason,
            @Nullable String signedBy) {
        TableRows.means(AfterShipCodes.TABLE, code, kind, reason, signedBy);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(AfterShipCodes.TABLE.rows()).hasSize(55);
        assertThat(AfterShipCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly(
                        "OutForDelivery_002", "Exception_016", "Exception_017", "Exception_018");
    }

    @Test
    void aPushTellsItsParcelAndAllCheckpointsWhateverTheirOrder() {
        Accepted accepted = told.accepted(PUSH);

        assertThat(accepted.reports()).hasSize(1);
        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("YTO", "YT7001"));
        assertThat(afterShip.parcelOf(Told.webhook(PUSH))).contains(ParcelId.of("YTO", "YT7001"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.ORDERED, ScanKind.COLLECTED, ScanKind.SIGNED, ScanKind.DEPARTED);
        assertThat(accepted.scans())
                .extracting(Scan::happenedAt)
                .containsExactly(
                        Instant.parse("2026-11-09T06:21:39Z"),
                        Instant.parse("2026-11-09T08:58:00Z"),
                        Instant.parse("2026-11-12T01:10:00Z"),
                        Instant.parse("2026-11-09T12:45:00Z"));
        assertThat(accepted.scans())
                .extracting(Scan::place)
                .containsExactly("", "DONGGUAN CN", "Sapporo,Hokkaido,Japan", "DONGGUAN CN");
        assertThat(accepted.passedOver()).isEmpty();
        assertThat(accepted.unknownCodes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'[{\"slug\":\"usps\",\"tracking_number\":\"6129\",\"source\":\"system\"}]',"
                        + " USPS/6129",
                "'[{\"slug\":\"usps\",\"tracking_number\":\"1\"},{\"slug\":\"sto\",\"tracking_number\":\"2\"}]',"
                    + " STO/2",
                "'[]', -",
                "null, -",
                "'[{\"slug\":\"usps\",\"tracking_number\":null}]', -",
                "'[{\"slug\":\"yto\",\"tracking_number\":\"yt7001\"}]', -",
            })
    void theLastOfTheNextCouriersHasTheParcel(String next, @Nullable String expected) {
        String push =
                push("InTransit", checkpoint("InTransit", "InTransit_009", "2026-11-11T08:00:00Z"))
                        .replace(
                                "\"checkpoints\"",
                                "\"next_couriers\":" + next + ",\"checkpoints\"");

        ParcelId redirectedTo = told.accepted(push).reports().getFirst().redirectedTo();

        assertThat(redirectedTo == null ? null : redirectedTo.toString()).isEqualTo(expected);
    }

    @Test
    void noNameLeavesTheDecoder() {
        assertThat(told.accepted(PUSH).toString())
                .doesNotContain("KOSUTOKO")
                .doesNotContain("Sato")
                .doesNotContain("13900001111");
    }

    @Test
    void aSubtagThatIsNotKnownMeansItsTagAndIsReported() {
        Accepted accepted =
                told.accepted(
                        push(
                                "Delivered",
                                checkpoint("Delivered", "Delivered_099", "2026-11-11T08:00:00Z")
                                        + ","
                                        + checkpoint("Beamed", "", "2026-11-11T09:00:00Z")
                                        + ","
                                        + checkpoint("InTransit", "", "2026-11-11T07:00:00Z")));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.SIGNED, ScanKind.OTHER, ScanKind.ARRIVED);
        assertThat(accepted.scans())
                .extracting(Scan::code)
                .containsExactly("Delivered_099", "Beamed", "InTransit");
        assertThat(accepted.unknownCodes()).containsExactly("Delivered_099", "Beamed");
    }

    @Test
    void aParcelWithoutNewsIsARemarkAndNoScan() {
        Accepted accepted = told.accepted(push("Expired", ""));

        assertThat(accepted.scans()).isEmpty();
        assertThat(accepted.passedOver()).containsExactly(PassedOver.REMARK);
    }

    @Test
    void aTimeThatCannotBeOrIsOnlyADayIsPassedOver() {
        Accepted accepted =
                told.accepted(
                        push(
                                "InTransit",
                                checkpoint("InTransit", "InTransit_007", "2026-11-11")
                                        + ","
                                        + checkpoint("InTransit", "InTransit_007", "")
                                        + ","
                                        + checkpoint(
                                                "InTransit", "InTransit_007", "2026-11-12T12:05:01")
                                        + ","
                                        + checkpoint(
                                                "InTransit",
                                                "InTransit_003",
                                                "2026-11-12T12:05:00")));

        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("InTransit_003");
        assertThat(accepted.passedOver())
                .containsExactly(PassedOver.NO_TIME, PassedOver.NO_TIME, PassedOver.IN_THE_FUTURE);
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsReason() {
        assertThat(told.reasonOf("{")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("[]")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("{\"event\":\"tracking_update\"}")).isEqualTo(Reason.NO_RESULT);
        assertThat(told.reasonOf("{\"msg\":{\"slug\":\"yto\"}}")).isEqualTo(Reason.BAD_PARCEL);
        assertThat(told.reasonOf(push("InTransit", checkpoint("InTransit", "", ""))))
                .isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(
                        told.reasonOf(
                                push(
                                        "InTransit",
                                        (checkpoint("InTransit", "", "2026-11-11T08:00:00Z") + ",")
                                                        .repeat(10)
                                                + checkpoint("InTransit", "", ""))))
                .isEqualTo(Reason.TOO_MANY_LINES);
    }

    @ParameterizedTest
    @CsvSource({"sf-express, SF", "china-ems, EMS", "fedex, FEDEX", "ZTO-Express, ZTO"})
    void couriersAreOursWhereWeHaveThem(String slug, String courier) {
        assertThat(
                        afterShip.parcelOf(
                                Told.webhook(
                                        "{\"msg\":{\"slug\":\"%s\",\"tracking_number\":\"a1\"}}"
                                                .formatted(slug))))
                .contains(ParcelId.of(courier, "A1"));
    }

    /** Computed apart from the code under test. */
    @ParameterizedTest
    @CsvSource({
        "MJaFLhunuEqW8slYT/X05wUn3V4rLA1MbIhSGgV/SQc=, true",
        "Bsg+zaZa+K81dMYWshFq25xB2r6I+CB9EPl+4vSwTEM=, true",
        "bsg+zaZa+K81dMYWshFq25xB2r6I+CB9EPl+4vSwTEM=, false",
        "'', false",
    })
    void eachOfTwoSecretsSignsTheExactBytes(String sign, boolean authentic) {
        String body =
                "{\"event\":\"tracking_update\",\"msg\":{\"slug\":\"yto\","
                        + "\"tracking_number\":\"YT1\",\"name\":\"é\"}}";
        Webhook exact = Told.webhook(body, "aftership-hmac-sha256", sign);
        Webhook longer = Told.webhook(body + "\n", "aftership-hmac-sha256", sign);

        assertThat(afterShip.isAuthentic(exact, told.signing("s1", "s2"))).isEqualTo(authentic);
        assertThat(afterShip.isAuthentic(exact, told.signing("s3"))).isFalse();
        assertThat(afterShip.isAuthentic(longer, told.signing("s1", "s2"))).isFalse();
        assertThat(afterShip.signatureHeaders()).containsExactly("aftership-hmac-sha256");
    }

    /** A query's answer holds a parcel as a push does. */
    @Test
    void theProvidersOwnSampleIsUnderstoodWherePresent() throws IOException {
        assumeThat(SAMPLE).exists();
        String msg =
                Json.write(
                        Json.object(Files.readAllBytes(SAMPLE))
                                .orElseThrow()
                                .path("data")
                                .path("tracking"));
        AfterShip many = new AfterShip(Told.LIMITS, ZoneId.of("UTC"), 100);
        Accepted accepted =
                (Accepted) many.decode(Told.webhook("{\"event\":\"e\",\"msg\":" + msg + "}"));

        assertThat(accepted.reports().getFirst().parcel())
                .isEqualTo(ParcelId.of("FEDEX", "111111111111"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .startsWith(ScanKind.ORDERED, ScanKind.COLLECTED, ScanKind.DEPARTED)
                .endsWith(ScanKind.OUT_FOR_DELIVERY, ScanKind.SIGNED);
        assertThat(accepted.passedOver()).isEmpty();
        assertThat(accepted.unknownCodes()).isEmpty();
        assertThat(accepted.scans().getFirst().happenedAt())
                .isEqualTo(Instant.parse("2018-07-23T06:21:39Z"));
    }

    private static String push(String tag, String checkpoints) {
        return """
        {"event":"tracking_update","msg":{"slug":"yto","tracking_number":"YT7001",\
        "tag":"%s","checkpoints":[%s]},"ts":1762840000}\
        """
                .formatted(tag, checkpoints);
    }

    private static String checkpoint(String tag, String subtag, String time) {
        return """
        {"tag":"%s","subtag":"%s","checkpoint_time":"%s","message":"m"}\
        """
                .formatted(tag, subtag, time);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theAnswerIsShortAndTheStatusSaysWhatBecameOfThePush(Outcome outcome) {
        assertThat(afterShip.answer(outcome, Told.webhook("")).contentType())
                .startsWith("application/json");
        assertThat(afterShip.answer(outcome, Told.webhook("")).body())
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
        assertThat(afterShip.isAuthentic(Told.webhook("?"), told.open())).isTrue();
        assertThat(afterShip.isAuthentic(Told.webhook("?"), told.signing("s1"))).isFalse();
    }

    @Test
    void noDamageToAPushThrows() {
        Mutations.areHarmless(afterShip, Mutations.ofText(PUSH, 301).map(Told::webhook));
        Mutations.areHarmless(
                afterShip,
                Mutations.ofBytes(PUSH.getBytes(StandardCharsets.UTF_8), 302).map(Told::webhook));
    }
}
