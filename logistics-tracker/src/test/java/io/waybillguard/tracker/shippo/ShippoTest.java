package io.waybillguard.tracker.shippo;

import static org.assertj.core.api.Assertions.assertThat;

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

class ShippoTest {

    private static final String LATEST =
            """
            {"object_id":"o3","status":"TRANSIT","status_details":"Left the hub",
             "status_date":"2026-11-11T11:07:12Z","substatus":null,
             "location":{"city":"Oakland","state":"CA","zip":"94601","country":"US"}}\
            """;

    private static final String PUSH =
            """
            {"event":"track_updated","test":false,"carrier":"usps","data":{
              "carrier":"usps","tracking_number":"9205590164917312751089","messages":[],
              "eta":"2026-11-14T00:00:00Z","tracking_status":%1$s,"tracking_history":[
               {"object_id":"o1","status":"PRE_TRANSIT","status_details":"Label made",
                "status_date":"2026-11-10T09:00:00.000Z","substatus":{
                "code":"information_received","text":"Information","action_required":false},
                "location":null},
               {"object_id":"o2","status":"TRANSIT","status_details":"Accepted",
                "status_date":"2026-11-10T18:00:00Z","substatus":{"code":"package_accepted",
                "text":"Accepted","action_required":false},"location":{"city":"San Francisco",
                "state":"CA","zip":"94103","country":"US"}},
               %1$s]}}
            """
                    .formatted(LATEST);

    private final Shippo shippo = new Shippo(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 10);
    private final Told told = new Told(shippo);

    @ParameterizedTest(name = "{0} is {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "UNKNOWN, OTHER, -, -",
                "PRE_TRANSIT, ORDERED, -, -",
                "TRANSIT, ARRIVED, -, -",
                "DELIVERED, SIGNED, -, UNKNOWN",
                "RETURNED, RETURNING, -, -",
                "FAILURE, PROBLEM, OTHER, -",
                "information_received, ORDERED, -, -",
                "package_accepted, COLLECTED, -, -",
                "package_arrived, ARRIVED, -, -",
                "package_departed, DEPARTED, -, -",
                "package_processing, ARRIVED, -, -",
                "package_processed, ARRIVED, -, -",
                "package_forwarded, REDIRECTED, -, -",
                "out_for_delivery, OUT_FOR_DELIVERY, -, -",
                "delivery_scheduled, OTHER, -, -",
                "delivery_rescheduled, OTHER, -, -",
                "delivery_attempted, DELIVERY_FAILED, OTHER, -",
                "notice_left, DELIVERY_FAILED, UNREACHABLE, -",
                "reschedule_delivery, DELIVERY_FAILED, OTHER, -",
                "location_inaccessible, DELIVERY_FAILED, OTHER, -",
                "pickup_available, STORED, -, -",
                "package_unclaimed, PROBLEM, UNCLAIMED, -",
                "address_issue, PROBLEM, BAD_ADDRESS, -",
                "contact_carrier, PROBLEM, OTHER, -",
                "delayed, PROBLEM, DELAYED, -",
                "package_held, PROBLEM, HELD, -",
                "package_damaged, PROBLEM, DAMAGED, -",
                "package_lost, PROBLEM, LOST, -",
                "package_disposed, PROBLEM, OTHER, -",
                "package_undeliverable, DELIVERY_FAILED, OTHER, -",
                "return_to_sender, RETURNING, -, -",
            })
    void everyCodeIsUnderstood(
            String code,
            @Nullable ScanKind kind,
            @Nullable String reason,
            @Nullable String signedBy) {
        TableRows.means(ShippoCodes.TABLE, code, kind, reason, signedBy);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(ShippoCodes.TABLE.rows()).hasSize(31);
        assertThat(ShippoCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .isEmpty();
    }

    @Test
    void aPushTellsItsParcelItsHistoryAndTheLatestStatusOnce() {
        Accepted accepted = told.accepted(PUSH);

        assertThat(accepted.reports()).hasSize(1);
        assertThat(accepted.reports().getFirst().parcel())
                .isEqualTo(ParcelId.of("USPS", "9205590164917312751089"));
        assertThat(shippo.parcelOf(Told.webhook(PUSH)))
                .contains(ParcelId.of("USPS", "9205590164917312751089"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.ORDERED, ScanKind.COLLECTED, ScanKind.ARRIVED);
        assertThat(accepted.scans())
                .extracting(Scan::code)
                .containsExactly("information_received", "package_accepted", "TRANSIT");
        assertThat(accepted.scans())
                .extracting(Scan::place)
                .containsExactly("", "San Francisco,CA,US", "Oakland,CA,US");
        assertThat(accepted.scans().getLast().happenedAt())
                .isEqualTo(Instant.parse("2026-11-11T11:07:12Z"));
    }

    @Test
    void aLatestStatusThatTheHistoryDoesNotHoldYetIsTold() {
        Accepted accepted =
                told.accepted(
                        push(
                                status("TRANSIT", "package_departed", "2026-11-11T08:00:00Z"),
                                status("DELIVERED", "delivered", "2026-11-11T09:00:00Z")));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.DEPARTED, ScanKind.SIGNED);
    }

    @Test
    void aSubstatusThatIsNotKnownMeansItsStatusAndIsReported() {
        Accepted accepted =
                told.accepted(
                        push(
                                status("FAILURE", "eaten_by_dog", "2026-11-11T08:00:00Z")
                                        + ","
                                        + status("FAILURE", "other", "2026-11-11T08:30:00Z")
                                        + ","
                                        + status("MELTED", "", "2026-11-11T09:00:00Z"),
                                "null"));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.PROBLEM, ScanKind.PROBLEM, ScanKind.OTHER);
        assertThat(accepted.scans())
                .extracting(Scan::code)
                .containsExactly("eaten_by_dog", "FAILURE", "MELTED");
        assertThat(accepted.unknownCodes()).containsExactly("eaten_by_dog", "MELTED");
    }

    @Test
    void aTimeThatCannotBeIsPassedOver() {
        Accepted accepted =
                told.accepted(
                        push(
                                status("TRANSIT", "delayed", "2026-11-12T04:05:01Z")
                                        + ","
                                        + status("TRANSIT", "delayed", "")
                                        + ","
                                        + status("TRANSIT", "package_held", "2026-11-12T04:05:00Z"),
                                "null"));

        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("package_held");
        assertThat(accepted.passedOver())
                .containsExactly(PassedOver.IN_THE_FUTURE, PassedOver.NO_TIME);
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsReason() {
        assertThat(told.reasonOf("{")).isEqualTo(Reason.NOT_JSON);
        assertThat(told.reasonOf("\"\"")).isEqualTo(Reason.NOT_JSON);
        assertThat(
                        told.reasonOf(
                                "{\"event\":\"transaction_created\","
                                        + "\"data\":{\"tracking_number\":\"1\"}}"))
                .isEqualTo(Reason.NO_RESULT);
        assertThat(told.reasonOf("{\"data\":{\"tracking_status\":{},\"carrier\":\"usps\"}}"))
                .isEqualTo(Reason.BAD_PARCEL);
        assertThat(told.reasonOf(push(status("TRANSIT", "delayed", ""), "null")))
                .isEqualTo(Reason.NO_USABLE_SCAN);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            many.append(i == 0 ? "" : ",")
                    .append(status("TRANSIT", "delayed", "2026-11-11T08:00:" + (10 + i) + "Z"));
        }
        assertThat(told.reasonOf(push(many.toString(), "null"))).isEqualTo(Reason.TOO_MANY_LINES);
    }

    /** Computed apart from the code under test; no second source confirms the format. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t=1762840000,v1=8c92bef1ada22cf0b84789f917d7bf8ce49550efd7abfed986f806e63e559fa2"
                        + " | true",
                "t=1762840000, v1=0F3D30BB3FC1A1C3B2C539D264C3A6602C048D0C80218281E3678081ECE1A650"
                        + " | true",
                "v1=0f3d30bb3fc1a1c3b2c539d264c3a6602c048d0c80218281e3678081ece1a650,t=1762840000"
                        + " | true",
                "t=1762840001,v1=8c92bef1ada22cf0b84789f917d7bf8ce49550efd7abfed986f806e63e559fa2"
                        + " | false",
                "v1=8c92bef1ada22cf0b84789f917d7bf8ce49550efd7abfed986f806e63e559fa2 | false",
                "t=1762840000,v1= | false",
                "t=1762840000 | false",
                ",,=, | false",
            })
    void eachOfTwoSecretsSignsTheTimeStampAndTheExactBytes(String header, boolean authentic) {
        String body = "{\"event\":\"track_updated\",\"data\":{}}";
        Webhook exact = Told.webhook(body, "shippo-auth-signature", header);
        Webhook longer = Told.webhook(body + " ", "shippo-auth-signature", header);

        assertThat(shippo.isAuthentic(exact, told.signing("s1", "s2"))).isEqualTo(authentic);
        assertThat(shippo.isAuthentic(exact, told.signing("s3"))).isFalse();
        assertThat(shippo.isAuthentic(longer, told.signing("s1", "s2"))).isFalse();
        assertThat(shippo.signatureHeaders()).containsExactly("shippo-auth-signature");
    }

    private static String push(String history, String latest) {
        return """
        {"event":"track_updated","test":false,"data":{"carrier":"ups",\
        "tracking_number":"1Z7","tracking_history":[%s],"tracking_status":%s}}\
        """
                .formatted(history, latest);
    }

    private static String status(String status, String detail, String time) {
        return """
        {"status":"%s","status_details":"m","status_date":"%s",\
        "substatus":{"code":"%s","text":"t","action_required":false}}\
        """
                .formatted(status, time, detail);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theAnswerIsShortAndTheStatusSaysWhatBecameOfThePush(Outcome outcome) {
        assertThat(shippo.answer(outcome, Told.webhook("")).contentType())
                .startsWith("application/json");
        assertThat(shippo.answer(outcome, Told.webhook("")).body())
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
        assertThat(shippo.isAuthentic(Told.webhook("?"), told.open())).isTrue();
        assertThat(shippo.isAuthentic(Told.webhook("?"), told.signing("s1"))).isFalse();
    }

    @Test
    void noDamageToAPushThrows() {
        Mutations.areHarmless(shippo, Mutations.ofText(PUSH, 341).map(Told::webhook));
        Mutations.areHarmless(
                shippo,
                Mutations.ofBytes(PUSH.getBytes(StandardCharsets.UTF_8), 342).map(Told::webhook));
    }
}
