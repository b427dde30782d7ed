package io.waybillguard.tracker.track17;

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

class Track17Test {

    private static final Path SAMPLES = Path.of("../../shared/samples/17track");
    private static final String NINE = "2026-11-11T09:00:00Z";

    private static final String PUSH =
            """
            {"event":"TRACKING_UPDATED","data":{"number":"YT7003","carrier":190999,"param":null,
             "tag":"order-1","track_info":{
              "latest_status":{"status":"Delivered","sub_status":"Delivered_Other"},
              "time_metrics":{"days_after_last_update":0,"days_of_transit":4},
              "tracking":{"providers":[
               {"provider":{"key":2151,"name":"Correios","alias":"Correios"},"events":[
                {"time_iso":null,"time_utc":null,"time_raw":{"date":"2026-11-12",
                 "time":"11:23:00","timezone":null},"description":"Objeto entregue",
                 "location":"RECIFE, PE","stage":"Delivered","sub_status":"Delivered_Other",
                 "address":{"country":"BR","state":"PE","city":"RECIFE","street":null}},
                {"time_iso":"2026-11-11T08:40:00-03:00","time_utc":"2026-11-11T11:40:00Z",
                 "time_raw":{"date":"2026-11-11","time":"08:40:00","timezone":"-03:00"},
                 "description":"Saiu para entrega","location":"RECIFE, PE",
                 "stage":"OutForDelivery","sub_status":"OutForDelivery_Other",
                 "address":{"country":"BR","state":"PE","city":"RECIFE","street":null}},
                {"time_iso":null,"time_utc":"2026-11-10T01:00:00Z","description":"Liberado",
                 "location":"CURITIBA PR","stage":null,
                 "sub_status":"InTransit_CustomsReleased",
                 "address":{"country":"BR","state":"PR","city":null}}]},
               {"provider":{"key":190999,"name":"YTO Express","alias":"圆通"},"events":[
                {"time_iso":"2026-11-08T21:12:00+08:00","description":"【深圳市】快件已揽收",
                 "location":null,"stage":"PickedUp","sub_status":null,"address":null}]}]}}}}
            """;

    private static final String PUSH_V1 =
            """
            {"sign":"00","event":"TRACKING_UPDATED","data":{"number":"RR123456789CN","tag":"",
             "track":{"b":301,"c":605,"e":40,"f":4,"w1":3011,"w2":2151,"is1":1,"is2":1,
              "z0":{"a":"2026-11-11 17:30","b":"","c":"RECIFE","d":"","z":"Objeto entregue"},
              "z1":[{"a":"2026-11-10 14:00","b":"","c":"","d":"GUANGZHOU","z":"Handed to plane"},
               {"a":"2026-11-08 10:15","b":"","c":"深圳市","d":"","z":"已收寄"}],
              "z2":[{"a":"2026-11-11 17:30","b":"","c":"RECIFE","d":"","z":"Objeto entregue"}],
              "zex":{"dt":0}}}}
            """;

    private final Track17 track17 = new Track17(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 10);
    private final Told told = new Told(track17);

    @ParameterizedTest(name = "{0} is {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "NotFound, -, -, -",
                "NotFound_Other, -, -, -",
                "NotFound_InvalidCode, -, -, -",
                "InfoReceived, ORDERED, -, -",
                "InTransit, ARRIVED, -, -",
                "InTransit_Other, ARRIVED, -, -",
                "InTransit_PickedUp, COLLECTED, -, -",
                "PickedUp, COLLECTED, -, -",
                "InTransit_Departure, DEPARTED, -, -",
                "Departure, DEPARTED, -, -",
                "InTransit_Arrival, ARRIVED, -, -",
                "Arrival, ARRIVED, -, -",
                "InTransit_CustomsProcessing, CUSTOMS, -, -",
                "InTransit_CustomsReleased, CUSTOMS, -, -",
                "InTransit_CustomsRequiringInformation, PROBLEM, HELD, -",
                "Expired, -, -, -",
                "Expired_Other, -, -, -",
                "AvailableForPickup, STORED, -, -",
                "AvailableForPickup_Other, STORED, -, -",
                "OutForDelivery, OUT_FOR_DELIVERY, -, -",
                "OutForDelivery_Other, OUT_FOR_DELIVERY, -, -",
                "DeliveryFailure, DELIVERY_FAILED, OTHER, -",
                "DeliveryFailure_Other, DELIVERY_FAILED, OTHER, -",
                "DeliveryFailure_NoBody, DELIVERY_FAILED, UNREACHABLE, -",
                "DeliveryFailure_Security, DELIVERY_FAILED, HELD, -",
                "DeliveryFailure_Rejected, REFUSED, -, -",
                "DeliveryFailure_InvalidAddress, DELIVERY_FAILED, BAD_ADDRESS, -",
                "Delivered, SIGNED, -, UNKNOWN",
                "Delivered_Other, SIGNED, -, UNKNOWN",
                "Exception, PROBLEM, OTHER, -",
                "Exception_Other, PROBLEM, OTHER, -",
                "Exception_Returning, RETURNING, -, -",
                "Returning, RETURNING, -, -",
                "Exception_Returned, RETURNED, -, -",
                "Returned, RETURNED, -, -",
                "Exception_NoBody, PROBLEM, UNREACHABLE, -",
                "Exception_Security, PROBLEM, HELD, -",
                "Exception_Damage, PROBLEM, DAMAGED, -",
                "Exception_Rejected, REFUSED, -, -",
                "Exception_Delayed, PROBLEM, DELAYED, -",
                "Exception_Lost, PROBLEM, LOST, -",
                "Exception_Destroyed, PROBLEM, DAMAGED, -",
                "Exception_Cancel, CANCELLED, -, -",
                "0, -, -, -",
                "10, ARRIVED, -, -",
                "20, -, -, -",
                "30, AT_DESTINATION, -, -",
                "35, DELIVERY_FAILED, OTHER, -",
                "40, SIGNED, -, UNKNOWN",
                "50, PROBLEM, OTHER, -",
            })
    void everyCodeIsUnderstood(
            String code,
            @Nullable ScanKind kind,
            @Nullable String reason,
            @Nullable String signedBy) {
        TableRows.means(Track17Codes.TABLE, code, kind, reason, signedBy);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(Track17Codes.TABLE.rows()).hasSize(50);
        assertThat(Track17Codes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly("30", "50");
    }

    @Test
    void aPushOfVersion2TellsItsParcelAndTheEventsOfAllItsCouriers() {
        Accepted accepted = told.accepted(PUSH);

        assertThat(accepted.reports()).hasSize(1);
        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("YTO", "YT7003"));
        assertThat(track17.parcelOf(Told.webhook(PUSH))).contains(ParcelId.of("YTO", "YT7003"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.SIGNED,
                        ScanKind.OUT_FOR_DELIVERY,
                        ScanKind.CUSTOMS,
                        ScanKind.COLLECTED);
        assertThat(accepted.scans())
                .extracting(Scan::happenedAt)
                .containsExactly(
                        Instant.parse("2026-11-12T03:23:00Z"),
                        Instant.parse("2026-11-11T11:40:00Z"),
                        Instant.parse("2026-11-10T01:00:00Z"),
                        Instant.parse("2026-11-08T13:12:00Z"));
        assertThat(accepted.scans())
                .extracting(Scan::place)
                .containsExactly("RECIFE,PE,BR", "RECIFE,PE,BR", "CURITIBA PR", "深圳市");
        assertThat(accepted.unknownCodes()).isEmpty();
        assertThat(accepted.passedOver()).isEmpty();
    }

    @Test
    void aPushOfVersion1TellsAllEventsAndItsStatusCountsForTheLatest() {
        Accepted accepted = told.accepted(PUSH_V1);

        assertThat(accepted.reports().getFirst().parcel())
                .isEqualTo(ParcelId.of("POST", "RR123456789CN"));
        assertThat(track17.parcelOf(Told.webhook(PUSH_V1)))
                .contains(ParcelId.of("POST", "RR123456789CN"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.SIGNED, ScanKind.OTHER, ScanKind.COLLECTED);
        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("40", "", "");
        assertThat(accepted.scans())
                .extracting(Scan::happenedAt)
                .containsExactly(
                        Instant.parse("2026-11-11T09:30:00Z"),
                        Instant.parse("2026-11-10T06:00:00Z"),
                        Instant.parse("2026-11-08T02:15:00Z"));
        assertThat(accepted.scans().getFirst().place()).isEqualTo("RECIFE");
    }

    @Test
    void aSubStatusThatIsNotKnownMeansItsStageOrItsMainStatusAndIsReported() {
        Accepted accepted =
                told.accepted(
                        push(
                                "InTransit",
                                event("InTransit_Warp", "", "2026-11-11T08:00:00Z")
                                        + ","
                                        + event("InTransit_Jump", "Departure", NINE)
                                        + ","
                                        + event("Delivered_Roof", "NewStage", NINE)
                                        + ","
                                        + event("", "Returning", NINE)
                                        + ","
                                        + event("Vanished", "", "2026-11-11T10:00:00Z")));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.ARRIVED,
                        ScanKind.DEPARTED,
                        ScanKind.SIGNED,
                        ScanKind.RETURNING,
                        ScanKind.OTHER);
        assertThat(accepted.unknownCodes())
                .containsExactly("InTransit_Warp", "InTransit_Jump", "Delivered_Roof", "Vanished");
    }

    @Test
    void theOverallStatusCountsForTheLatestEventThatHasNone() {
        Accepted accepted =
                told.accepted(
                        push(
                                "Exception",
                                event("", "", "2026-11-11T08:00:00Z") + "," + event("", "", NINE)));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.OTHER, ScanKind.PROBLEM);
    }

    /** [U]: what its last-mile fields mean beside their names; one real payload has them. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'\"99L\"', '\"SF Express\"', 100012, SF/99L",
                "'\"99L\"', '\"Somebody\"', 21051, 21051/99L",
                "'\"99L\"', null, 3011, POST/99L",
                "'\"YT1\"', null, 3011, -",
                "null, '\"SF Express\"', 100012, -",
                "'\"99L\"', null, null, -",
            })
    void whoBringsItOverTheLastMileHasTheParcel(
            String number, String provider, String key, @Nullable String expected) {
        String misc =
                "\"track_info\":{\"misc_info\":{\"local_number\":%s,\"local_provider\":%s,\"local_key\":%s},"
                        .formatted(number, provider, key);
        String push =
                push("InTransit", event("InTransit_Departure", "", NINE))
                        .replace("\"track_info\":{", misc);

        ParcelId redirectedTo = told.accepted(push).reports().getFirst().redirectedTo();

        assertThat(redirectedTo == null ? null : redirectedTo.toString()).isEqualTo(expected);
    }

    @Test
    void aParcelWithoutNewsIsARemarkAndNoScan() {
        Accepted accepted = told.accepted(push("NotFound", ""));

        assertThat(accepted.scans()).isEmpty();
        assertThat(accepted.passedOver()).containsExactly(PassedOver.REMARK);
        assertThat(told.accepted(push("Expired", event("", "", NINE))).scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.OTHER);
        assertThat(
                        told.accepted(
                                        "{\"event\":\"TRACKING_STOPPED\",\"data\":"
                                                + "{\"number\":\"YT1\",\"carrier\":3013}}")
                                .reports()
                                .getFirst()
                                .parcel())
                .isEqualTo(ParcelId.of("EMS", "YT1"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-06-30\"', '\"14:23:00\"', '\"-03:00\"', 2026-06-30T17:23:00Z",
        "'\"2026-06-30\"', '\"14:23\"', null, 2026-06-30T06:23:00Z",
        "'\"2026-06-30\"', null, '\"-03:00\"', ",
        "null, '\"14:23:00\"', null, ",
    })
    void theRawTimeCountsWhereThereIsNoOther(
            String date, String hour, String zone, @Nullable Instant time) {
        String event =
                """
                {"time_iso":null,"time_utc":null,"time_raw":{"date":%s,"time":%s,"timezone":%s},\
                "sub_status":"Delivered_Other"}\
                """
                        .formatted(date, hour, zone);

        if (time == null) {
            assertThat(told.reasonOf(push("Delivered", event))).isEqualTo(Reason.NO_USABLE_SCAN);
        } else {
            assertThat(told.accepted(push("Delivered", event)).scans())
                    .extracting(Scan::happenedAt)
                    .containsExactly(time);
        }
    }

    @Test
    void aTimeThatCannotBeIsPassedOver() {
        Accepted accepted =
                told.accepted(
                        push(
                                "InTransit",
                                event("InTransit_Arrival", "", "2026-11-12T12:05:01+08:00")
                                        + ","
                                        + event("InTransit_Arrival", "", "yesterday")
                                        + ","
                                        + event(
                                                "InTransit_Departure",
                                                "",
                                                "2026-11-12T12:05:00+08:00")));

        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("InTransit_Departure");
        assertThat(accepted.passedOver())
                .containsExactly(PassedOver.IN_THE_FUTURE, PassedOver.NO_TIME);
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsReason() {
        assertThat(told.reasonOf("{")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("null")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("{\"event\":\"TRACKING_UPDATED\"}")).isEqualTo(Reason.NO_RESULT);
        assertThat(told.reasonOf("{\"data\":{\"number\":\"YT1\"}}"))
                .as("no courier")
                .isEqualTo(Reason.BAD_PARCEL);
        assertThat(told.reasonOf("{\"data\":{\"number\":\"no number\",\"carrier\":3011}}"))
                .isEqualTo(Reason.BAD_PARCEL);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            many.append(i == 0 ? "" : ",")
                    .append(event("InTransit_Other", "", "2026-11-11T08:00:" + (10 + i) + "Z"));
        }
        assertThat(told.reasonOf(push("InTransit", many.toString())))
                .isEqualTo(Reason.TOO_MANY_LINES);
    }

    @ParameterizedTest
    @CsvSource({
        "3011, x, POST",
        "100012, x, SF",
        "190001, ZTO Express, ZTO",
        "190002, Unheard Of, 190002",
    })
    void couriersAreOursByNumberOrByTheNameBesideIt(String number, String name, String courier) {
        String body =
                """
                {"data":{"number":"A1","carrier":%1$s,"track_info":{"tracking":{"providers":[\
                {"provider":{"key":7,"name":"YTO Express"}},\
                {"provider":{"key":%1$s,"name":"%2$s","alias":"a"}}]}}}}\
                """
                        .formatted(number, name);

        assertThat(track17.parcelOf(Told.webhook(body))).contains(ParcelId.of(courier, "A1"));
    }

    /** Computed apart from the code under test. */
    @ParameterizedTest
    @CsvSource({
        "865fb51a83590a8f6614819df0f69c9841df2091a219427f8936902c3741d073, true",
        "5037BA15B4AB088982416F457395844A310F4224A9BFF3A2D612C5477AFCB7B3, true",
        "065fb51a83590a8f6614819df0f69c9841df2091a219427f8936902c3741d073, false",
        "'', false",
    })
    void eachOfTwoKeysSignsTheExactBytesOfVersion2(String sign, boolean authentic) {
        String body = "{\"event\":\"TRACKING_UPDATED\",\"data\":{\"number\":\"RR1\"}}";

        assertThat(track17.isAuthentic(Told.webhook(body, "sign", sign), told.signing("k1", "k2")))
                .isEqualTo(authentic);
        assertThat(track17.isAuthentic(Told.webhook(body, "sign", sign), told.signing("k3")))
                .isFalse();
        assertThat(
                        track17.isAuthentic(
                                Told.webhook(body + " ", "sign", sign), told.signing("k1", "k2")))
                .isFalse();
        assertThat(track17.signatureHeaders()).containsExactly("sign");
    }

    /** The provider's own vector. */
    @Test
    void theDocumentedSignatureIsAuthentic() {
        String body =
                "{\"event\":\"TRACKING_UPDATED\",\"data\":{\"number\":\"RR123456789CN\","
                        + "\"carrier\":3011,\"tag\":null}}";
        String sign = "45acb4a6f4a194a6ac1f0f712182c4e314b1ae9399941ea086987408f3166994";

        assertThat(
                        track17.isAuthentic(
                                Told.webhook(body, "sign", sign), told.signing("123456ABCDEF")))
                .isTrue();
    }

    /** Computed apart from the code under test; no second source confirms what version 1 signs. */
    @ParameterizedTest
    @CsvSource({
        "b55ccc291307840a52c1f042ec17d70b08d9a7026d28a983549bafc2740936e5, true",
        "da1217ead4d1ce9133ca95ec5a85a732e58d25200639ac84c699340e9777c612, true",
        "da1217ead4d1ce9133ca95ec5a85a732e58d25200639ac84c699340e9777c613, false",
        "'', false",
    })
    void eachOfTwoKeysSignsTheExactDataOfVersion1(String sign, boolean authentic) {
        String data = "{\"number\":\"RR1\", \"tag\":\"中\"}";
        String start = " { \"x\" : [ {} ], \"sign\": \"" + sign + "\" , ";
        String event = "\"event\":\"TRACKING_UPDATED\", ";

        assertThat(isAuthentic(start + event + "\"data\" : " + data + " }")).isEqualTo(authentic);
        assertThat(isAuthentic("{\"data\":" + data + "," + event + start.substring(3) + "\"y\":1}"))
                .as("in another order")
                .isEqualTo(authentic);
        assertThat(isAuthentic(start + event + "\"data\":" + data.replace(", ", ",") + "}"))
                .as("written anew")
                .isFalse();
        assertThat(isAuthentic(start + "\"event\":\"OTHER\",\"data\":" + data + "}"))
                .as("another event")
                .isFalse();
        assertThat(
                        isAuthentic(
                                start
                                        + event
                                        + "\"data\":"
                                        + data
                                        + ",\"data\":{\"number\":\"2\"}}"))
                .as("with other data behind")
                .isFalse();
        assertThat(isAuthentic(start + event + "\"data\":" + data)).as("cut off").isFalse();
    }

    private boolean isAuthentic(String body) {
        return track17.isAuthentic(Told.webhook(body), told.signing("k1", "k2"));
    }

    /** A query's answer holds a parcel as a push does. */
    @ParameterizedTest
    @CsvSource({
        "gettrackinfo_correios_2151.json, AA123456789BR, SIGNED, 3",
        "gettrackinfo_exception_returning.json, AA555666777BR, RETURNING, 1",
    })
    void theProvidersOwnSamplesAreUnderstoodWherePresent(
            String file, String waybill, ScanKind first, int count) throws IOException {
        assumeThat(SAMPLES).isDirectory();
        String data =
                Json.write(
                        Json.objects(
                                        Json.object(Files.readAllBytes(SAMPLES.resolve(file)))
                                                .orElseThrow()
                                                .path("data"),
                                        "accepted")
                                .getFirst());
        Accepted accepted = told.accepted("{\"event\":\"TRACKING_UPDATED\",\"data\":" + data + "}");

        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("2151", waybill));
        assertThat(accepted.scans()).hasSize(count).extracting(Scan::kind).startsWith(first);
        assertThat(accepted.passedOver()).isEmpty();
        assertThat(accepted.unknownCodes()).isEmpty();
    }

    private static String push(String status, String events) {
        return """
        {"event":"TRACKING_UPDATED","data":{"number":"YT1","carrier":3011,\
        "track_info":{"latest_status":{"status":"%s","sub_status":null},\
        "tracking":{"providers":[{"provider":{"key":3011},"events":[%s]}]}}}}\
        """
                .formatted(status, events);
    }

    private static String event(String sub, String stage, String time) {
        return """
        {"sub_status":"%s","stage":"%s","time_iso":"%s","description":"m"}\
        """
                .formatted(sub, stage, time);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theAnswerIsShortAndTheStatusSaysWhatBecameOfThePush(Outcome outcome) {
        assertThat(track17.answer(outcome, Told.webhook("")).contentType())
                .startsWith("application/json");
        assertThat(track17.answer(outcome, Told.webhook("")).body())
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
        assertThat(track17.isAuthentic(Told.webhook("?"), told.open())).isTrue();
        assertThat(track17.isAuthentic(Told.webhook("?"), told.signing("s1"))).isFalse();
    }

    @Test
    void noDamageToAPushThrows() {
        Mutations.areHarmless(track17, Mutations.ofText(PUSH, 381).map(Told::webhook));
        Mutations.areHarmless(track17, Mutations.ofText(PUSH_V1, 382).map(Told::webhook));
        Mutations.areHarmless(
                track17,
                Mutations.ofBytes(PUSH.getBytes(StandardCharsets.UTF_8), 383).map(Told::webhook));
        Mutations.areHarmless(
                track17,
                Mutations.ofBytes(PUSH_V1.getBytes(StandardCharsets.UTF_8), 384)
                        .map(Told::webhook));
    }
}
