package io.waybillguard.tracker.easypost;

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

class EasyPostTest {

    private static final Path SAMPLE = Path.of("../../shared/samples/easypost/event-body.json");

    private static final String PUSH =
            """
            {"description":"tracker.updated","mode":"production","object":"Event","id":"evt_9",
             "previous_attributes":{"status":"in_transit"},"result":{
              "object":"Tracker","id":"trk_9","tracking_code":"SF7002","carrier":"SFExpress",
              "status":"delivered","status_detail":"arrived_at_destination","signed_by":"MILLER",
              "tracking_details":[
               {"object":"TrackingDetail","message":"Delivered to miller, received by T Jones",
                "status":"delivered","status_detail":"arrived_at_destination",
                "datetime":"2026-11-12T02:46:19Z","tracking_location":{"city":"KENLY",
                "state":"NC","country":"US","zip":"27542"}},
               {"object":"TrackingDetail","message":"On the way","status":"in_transit",
                "status_detail":"unknown","datetime":"2026-11-11T18:35:20Z",
                "tracking_location":{"city":"EDISON","state":"NJ","country":"US","zip":"08817"}},
               {"object":"TrackingDetail","message":"Departed","status":"in_transit",
                "status_detail":"departed_facility","datetime":"2026-11-11T14:42:13Z",
                "tracking_location":{"city":"ORLANDO","state":"FL","country":"US","zip":"32809"}},
               {"object":"TrackingDetail","message":"Information sent","status":"pre_transit",
                "status_detail":"label_created","datetime":"2026-11-10T15:00:00Z",
                "tracking_location":{"city":null,"state":null,"country":"US","zip":"32837"}}]}}
            """;

    private final EasyPost easyPost = new EasyPost(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 10);
    private final Told told = new Told(easyPost);

    @ParameterizedTest(name = "{0} is {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "unknown, OTHER, -, -",
                "pre_transit, ORDERED, -, -",
                "in_transit, ARRIVED, -, -",
                "out_for_delivery, OUT_FOR_DELIVERY, -, -",
                "delivered, SIGNED, -, UNKNOWN",
                "available_for_pickup, STORED, -, -",
                "return_to_sender, RETURNING, -, -",
                "failure, PROBLEM, OTHER, -",
                "cancelled, CANCELLED, -, -",
                "error, OTHER, -, -",
                "label_created, ORDERED, -, -",
                "awaiting_information, ORDERED, -, -",
                "received_at_origin_facility, COLLECTED, -, -",
                "departed_origin_facility, DEPARTED, -, -",
                "arrived_at_facility, ARRIVED, -, -",
                "departed_facility, DEPARTED, -, -",
                "received_at_destination_facility, AT_DESTINATION, -, -",
                "arrived_at_destination, AT_DESTINATION, -, -",
                "arrived_at_pickup_location, STORED, -, -",
                "transferred_to_destination_carrier, REDIRECTED, -, -",
                "address_correction, PROBLEM, BAD_ADDRESS, -",
                "damaged, PROBLEM, DAMAGED, -",
                "delayed, PROBLEM, DELAYED, -",
                "weather_delay, PROBLEM, DELAYED, -",
                "delivery_exception, DELIVERY_FAILED, OTHER, -",
                "unable_to_deliver, DELIVERY_FAILED, OTHER, -",
                "transit_exception, PROBLEM, OTHER, -",
                "expired, -, -, -",
                "held, PROBLEM, HELD, -",
                "lost, PROBLEM, LOST, -",
                "missorted, PROBLEM, MISSORTED, -",
                "refused, REFUSED, -, -",
                "return, RETURNING, -, -",
            })
    void everyCodeIsUnderstood(
            String code,
            @Nullable ScanKind kind,
            @Nullable String reason,
            @Nullable String signedBy) {
        TableRows.means(EasyPostCodes.TABLE, code, kind, reason, signedBy);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(EasyPostCodes.TABLE.rows()).hasSize(33);
        assertThat(EasyPostCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly("unable_to_deliver");
    }

    @Test
    void aPushTellsItsParcelAndAllDetailsWhateverTheirOrder() {
        Accepted accepted = told.accepted(PUSH);

        assertThat(accepted.reports()).hasSize(1);
        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("SF", "SF7002"));
        assertThat(easyPost.parcelOf(Told.webhook(PUSH))).contains(ParcelId.of("SF", "SF7002"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.SIGNED, ScanKind.ARRIVED, ScanKind.DEPARTED, ScanKind.ORDERED);
        assertThat(accepted.scans())
                .extracting(Scan::code)
                .containsExactly("delivered", "in_transit", "departed_facility", "label_created");
        assertThat(accepted.scans())
                .extracting(Scan::place)
                .containsExactly("KENLY,NC,US", "EDISON,NJ,US", "ORLANDO,FL,US", "");
        assertThat(accepted.scans().getFirst().happenedAt())
                .isEqualTo(Instant.parse("2026-11-12T02:46:19Z"));
        assertThat(accepted.unknownCodes()).isEmpty();
        assertThat(accepted.toString()).doesNotContain("MILLER").doesNotContain("Jones");
    }

    @ParameterizedTest
    @CsvSource({
        "delivered, arrived_at_destination, SIGNED, delivered",
        "return_to_sender, out_for_delivery, RETURNING, return_to_sender",
        "in_transit, unknown, ARRIVED, in_transit",
        "in_transit, status_update, ARRIVED, in_transit",
        "in_transit, '', ARRIVED, in_transit",
        "in_transit, out_for_delivery, OUT_FOR_DELIVERY, out_for_delivery",
        "failure, damaged, PROBLEM, damaged",
        "failure, unknown, PROBLEM, failure",
        "unknown, refused, REFUSED, refused",
    })
    void aDetailCountsOnlyWhereItSaysMoreThanTheStatus(
            String status, String detail, ScanKind kind, String code) {
        Accepted accepted = told.accepted(push(detail(status, detail, "2026-11-11T08:00:00Z")));

        assertThat(accepted.scans()).extracting(Scan::kind).containsExactly(kind);
        assertThat(accepted.scans()).extracting(Scan::code).containsExactly(code);
        assertThat(accepted.unknownCodes()).isEmpty();
    }

    @Test
    void aDetailThatIsNotKnownMeansItsStatusAndIsReported() {
        Accepted accepted =
                told.accepted(
                        push(
                                detail("pre_transit", "drone_booked", "2026-11-11T08:00:00Z")
                                        + ","
                                        + detail("teleported", "", "2026-11-11T09:00:00Z")));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.ORDERED, ScanKind.OTHER);
        assertThat(accepted.unknownCodes()).containsExactly("drone_booked", "teleported");
    }

    @Test
    void aTimeThatCannotBeIsPassedOver() {
        Accepted accepted =
                told.accepted(
                        push(
                                detail("in_transit", "departed_facility", "2026-11-12T04:05:01Z")
                                        + ","
                                        + detail("in_transit", "held", "soon")
                                        + ","
                                        + detail("in_transit", "missorted", "2026-11-12T04:05Z")));

        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("missorted");
        assertThat(accepted.passedOver())
                .containsExactly(PassedOver.IN_THE_FUTURE, PassedOver.NO_TIME);
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsReason() {
        assertThat(told.reasonOf("{")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("1")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("{\"result\":{\"object\":\"Batch\",\"carrier\":\"UPS\"}}"))
                .isEqualTo(Reason.NO_RESULT);
        assertThat(told.reasonOf("{\"result\":{\"object\":\"Tracker\",\"carrier\":\"UPS\"}}"))
                .isEqualTo(Reason.BAD_PARCEL);
        assertThat(told.reasonOf(push(detail("in_transit", "held", ""))))
                .isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(told.reasonOf(push((detail("in_transit", "held", "") + ",").repeat(10) + "{}")))
                .isEqualTo(Reason.TOO_MANY_LINES);
    }

    /** Computed apart from the code under test. */
    @ParameterizedTest
    @CsvSource({
        "562be7a716cb4c03373fe99c34ee0da0f3fd9184950e5f060f6309cd8398fd19, true",
        "9c23a9ed3efa284b13d8265ec0e53b27888c8e445908e8adda908d646921870b, true",
        "0c23a9ed3efa284b13d8265ec0e53b27888c8e445908e8adda908d646921870b, false",
    })
    void eachOfTwoSecretsSignsTheExactBytes(String hex, boolean authentic) {
        String body = "{\"description\":\"tracker.updated\"}";
        String sign = "hmac-sha256-hex=" + hex;
        Webhook exact = Told.webhook(body, "x-hmac-signature", sign);
        Webhook longer = Told.webhook(body + "\n", "x-hmac-signature", sign);
        Webhook bare = Told.webhook(body, "x-hmac-signature", hex);

        assertThat(easyPost.isAuthentic(exact, told.signing("s\u00e9cret", "s2")))
                .isEqualTo(authentic);
        assertThat(easyPost.isAuthentic(exact, told.signing("s3"))).isFalse();
        assertThat(easyPost.isAuthentic(longer, told.signing("s\u00e9cret", "s2"))).isFalse();
        assertThat(easyPost.isAuthentic(bare, told.signing("s\u00e9cret", "s2"))).isFalse();
        assertThat(easyPost.signatureHeaders()).containsExactly("x-hmac-signature");
    }

    @Test
    void theProvidersOwnSampleIsSignedAndUnderstoodWherePresent() throws IOException {
        assumeThat(SAMPLE).exists();
        String body = Files.readString(SAMPLE).stripTrailing();
        String sign =
                "hmac-sha256-hex="
                        + "38f3f53c103713df81616a0a186d77141957323ec21d5fe9363db93840f527db";
        Webhook webhook = Told.webhook(body, "x-hmac-signature", sign);

        assertThat(easyPost.isAuthentic(webhook, told.signing("s\u00e9cret"))).isTrue();
        assertThat(
                        easyPost.isAuthentic(
                                Told.webhook(body + "\n", "x-hmac-signature", sign),
                                told.signing("s\u00e9cret")))
                .isFalse();
        assertThat(told.accepted(body).reports().getFirst().parcel())
                .isEqualTo(ParcelId.of("FEDEX", "1"));
        assertThat(told.accepted(body).scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.ORDERED,
                        ScanKind.ARRIVED,
                        ScanKind.ARRIVED,
                        ScanKind.DEPARTED,
                        ScanKind.ARRIVED,
                        ScanKind.ARRIVED,
                        ScanKind.ARRIVED);
    }

    private static String push(String details) {
        return """
        {"description":"tracker.updated","result":{"object":"Tracker","carrier":"UPS",\
        "tracking_code":"1Z7","status":"in_transit","tracking_details":[%s]}}\
        """
                .formatted(details);
    }

    private static String detail(String status, String detail, String time) {
        return """
        {"status":"%s","status_detail":"%s","datetime":"%s","message":"m"}\
        """
                .formatted(status, detail, time);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theAnswerIsShortAndTheStatusSaysWhatBecameOfThePush(Outcome outcome) {
        assertThat(easyPost.answer(outcome, Told.webhook("")).contentType())
                .startsWith("application/json");
        assertThat(easyPost.answer(outcome, Told.webhook("")).body())
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
        assertThat(easyPost.isAuthentic(Told.webhook("?"), told.open())).isTrue();
        assertThat(easyPost.isAuthentic(Told.webhook("?"), told.signing("s1"))).isFalse();
    }

    @Test
    void noDamageToAPushThrows() {
        Mutations.areHarmless(easyPost, Mutations.ofText(PUSH, 321).map(Told::webhook));
        Mutations.areHarmless(
                easyPost,
                Mutations.ofBytes(PUSH.getBytes(StandardCharsets.UTF_8), 322).map(Told::webhook));
    }
}
