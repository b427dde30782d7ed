package io.waybillguard.tracker.yunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.lines.TableRows;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Mutations;
import io.waybillguard.tracker.provider.Provider.Outcome;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.provider.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YundaTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-12T04:00:00Z");

    private final Yunda yunda = new Yunda(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 4);

    @ParameterizedTest(name = "{0} {1} is {2} {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ACCEPT, 接单, ORDERED, -, -",
                "GOT, 揽收, COLLECTED, -, -",
                "TRANSIT, 运输中, ARRIVED, -, -",
                "ARRIVAL, 到件, ARRIVED, -, -",
                "DEPARTURE, 发件, DEPARTED, -, -",
                "SENT, 派件, OUT_FOR_DELIVERY, -, -",
                "INBOUND, 入库或入柜, STORED, -, -",
                "OUTBOUND, 出库, OTHER, -, -",
                "SIGNED, 签收, SIGNED, -, UNKNOWN",
                "SIGNFAIL, 签收失败, DELIVERY_FAILED, OTHER, -",
                "RETURN, 退回, RETURNING, -, -",
                "ISSUE, 问题件, PROBLEM, OTHER, -",
                "REJECTION, 拒收, REFUSED, -, -",
                "TRANSFER, 转寄, REDIRECTED, -, -",
                "OTHER, 其他, OTHER, -, -",
            })
    void everyCodeIsUnderstood(
            String code, String name, ScanKind kind, String reason, String signedBy) {
        TableRows.means(YundaCodes.TABLE, code, kind, reason, signedBy);
        assertThat(YundaCodes.TABLE.find(code).name()).isEqualTo(name);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(YundaCodes.TABLE.rows()).hasSize(15);
        assertThat(YundaCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly("INBOUND", "OUTBOUND", "TRANSFER");
    }

    @Test
    void aPushIsTheScanThatIsNew() {
        Webhook webhook =
                webhook(
                        """
                        {"mailno":"y1","orderid":"O-1","status":"TRANSIT","action":"DEPARTURE",\
                        "time":"2026-11-11 20:00:00","station":"610001","station_name":"成都分拨中心",\
                        "description":"快件走了"}\
                        """);
        Accepted accepted = accepted(webhook);

        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("YUNDA", "Y1"));
        assertThat(yunda.parcelOf(webhook)).contains(ParcelId.of("YUNDA", "Y1"));
        Scan scan = accepted.scans().getFirst();
        assertThat(scan.kind()).isEqualTo(ScanKind.DEPARTED);
        assertThat(scan.code()).isEqualTo("DEPARTURE");
        assertThat(scan.place()).isEqualTo("成都分拨中心");
        assertThat(scan.happenedAt()).isEqualTo(Instant.parse("2026-11-11T12:00:00Z"));
    }

    @Test
    void aPushWithoutAnActionIsWhatItsStatusSays() {
        Accepted accepted =
                accepted(
                        webhook(
                                "{\"mailno\":\"Y1\",\"status\":\"SIGNED\",\"action\":null,"
                                        + "\"time\":\"2026-11-11 20:00\"}"));

        assertThat(accepted.scans()).extracting(Scan::kind).containsExactly(ScanKind.SIGNED);
    }

    @Test
    void newestFirstAndOldestFirstAreTheSameScans() {
        String first = step("2026-11-11 20:00:00", "GOT", "a");
        String second = step("2026-11-11 22:00:00", "ARRIVAL", "b");

        assertThat(accepted(webhook(push("Y1", second, first))).scans())
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(
                        accepted(webhook(push("Y1", first, second))).scans());
    }

    @Test
    void noPhoneAndNoNameLeavesTheDecoder() {
        String step = step("2026-11-11 20:00:00", "SENT", "派件员：薛某（13900001111）正在派件");

        assertThat(accepted(webhook(push("Y1", step))).toString())
                .doesNotContain("13900001111")
                .doesNotContain("薛某");
    }

    @Test
    void anUnknownActionIsKeptAndReportedAndItsWordsCount() {
        Accepted accepted =
                accepted(
                        webhook(
                                push(
                                        "Y1",
                                        step("2026-11-11 20:00:00", "TELEPORT", "某某"),
                                        step("2026-11-11 21:00:00", "BEAMED", "已签收"))));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.OTHER, ScanKind.SIGNED);
        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("TELEPORT", "BEAMED");
        assertThat(accepted.unknownCodes()).containsExactly("TELEPORT", "BEAMED");
    }

    @Test
    void whatCannotBeUnderstoodHasAReason() {
        String good = step("2026-11-11 20:00:00", "GOT", "a");
        String bad = step("", "GOT", "a");
        String future = step("2026-11-12 12:05:01", "GOT", "a");

        assertThat(reasonOf("[]")).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf("{\"mailno\":")).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf("mailno=Y1")).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf("{\"mailno\":\"Y1\"}")).isEqualTo(Reason.NO_RESULT);
        assertThat(reasonOf(push("no waybill", good))).isEqualTo(Reason.BAD_PARCEL);
        assertThat(reasonOf(push("Y1", bad))).isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(reasonOf(push("Y1", good, good, good, good, good)))
                .isEqualTo(Reason.TOO_MANY_LINES);
        assertThat(accepted(webhook(push("Y1", good, bad, future))).passedOver())
                .containsExactly(PassedOver.NO_TIME, PassedOver.IN_THE_FUTURE);
    }

    /** Computed apart from the code under test: hex(md5(body + _ + secret)). */
    @ParameterizedTest
    @CsvSource({
        "3840a757d0e8754eb23211c4a4d33e48, true",
        "3840A757D0E8754EB23211C4A4D33E48, true",
        "3ed12d6f2c390f6768fb0d69943c7dc3, true",
        "3ed12d6f2c390f6768fb0d69943c7dc4, false",
        "'', false",
    })
    void eachOfTwoSecretsSignsTheExactBytes(String sign, boolean authentic) {
        Account account = new Account("yunda", "main", List.of("a-new", "a-old"), false);
        String body = "{\"mailno\":\"Y1\"}";

        assertThat(yunda.isAuthentic(webhook(body, sign), account)).isEqualTo(authentic);
        assertThat(yunda.isAuthentic(webhook(body + "\n", sign), account)).isFalse();
        assertThat(yunda.isAuthentic(webhook(body), account)).isFalse();
        assertThat(yunda.isAuthentic(webhook(body), new Account("yunda", "o", List.of(), true)))
                .isTrue();
        assertThat(yunda.signatureHeaders())
                .containsExactlyInAnyOrder("sign", "app-key", "req-time");
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN, true, 0000, 请求成功",
        "UNKNOWN_ACCOUNT, false, 404, 未知账号",
        "NOT_AUTHENTIC, false, 401, 签名错误",
        "TOO_LARGE, false, 413, 内容过大",
        "NOT_WRITTEN, false, 500, 暂时无法接收",
    })
    void theAnswerIsTheOneTheProviderWants(
            Outcome outcome, String result, String code, String message) {
        assertThat(yunda.answer(outcome, webhook("")).body())
                .isEqualTo(
                        "{\"result\":%s,\"code\":\"%s\",\"message\":\"%s\"}"
                                .formatted(result, code, message));
    }

    @Test
    void noDamageToAPushThrows() {
        String push =
                push(
                        "Y1",
                        step("2026-11-11 20:00:00", "GOT", "【城东网点】已收"),
                        step("2026-11-11 22:00:00", "ISSUE", "破损"));

        Mutations.areHarmless(yunda, Mutations.ofText(push, 501).map(YundaTest::webhook));
        Mutations.areHarmless(
                yunda,
                Mutations.ofBytes(push.getBytes(StandardCharsets.UTF_8), 502)
                        .map(body -> new Webhook("main", Map.of("sign", "x"), body, ARRIVED)));
    }

    private static String step(String time, String action, String words) {
        return """
        {"time":"%s","station":"610001","station_name":"成都分拨中心","station_type":"1",\
        "action":"%s","description":"%s"}\
        """
                .formatted(time, action, words);
    }

    private static String push(String waybill, String... steps) {
        return "{\"mailno\":\"%s\",\"status\":\"TRANSIT\",\"steps\":[%s]}"
                .formatted(waybill, String.join(",", steps));
    }

    private Accepted accepted(Webhook webhook) {
        return (Accepted) yunda.decode(webhook);
    }

    private Reason reasonOf(String body) {
        return ((Rejected) yunda.decode(webhook(body))).reason();
    }

    private static Webhook webhook(String body) {
        return new Webhook("main", Map.of(), body.getBytes(StandardCharsets.UTF_8), ARRIVED);
    }

    private static Webhook webhook(String body, String sign) {
        return new Webhook(
                "main", Map.of("sign", sign), body.getBytes(StandardCharsets.UTF_8), ARRIVED);
    }
}
