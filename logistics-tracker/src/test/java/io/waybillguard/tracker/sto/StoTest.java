package io.waybillguard.tracker.sto;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.lines.TableRows;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Mutations;
import io.waybillguard.tracker.provider.Provider.Outcome;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.provider.Webhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-12T04:00:00Z");

    private final Sto sto = new Sto(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 10);

    @ParameterizedTest(name = "{0} is {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "收件, COLLECTED, -, -",
                "发件, DEPARTED, -, -",
                "到件, ARRIVED, -, -",
                "派件, OUT_FOR_DELIVERY, -, -",
                "第三方代派, OUT_FOR_DELIVERY, -, -",
                "问题件, PROBLEM, OTHER, -",
                "退回, RETURNING, -, -",
                "退回件, RETURNING, -, -",
                "留仓件, PROBLEM, HELD, -",
                "快件取出, SIGNED, -, LOCKER_OR_STATION",
                "代取快递, OTHER, -, -",
                "派件入柜, STORED, -, -",
                "柜机代收, STORED, -, -",
                "驿站代收, STORED, -, -",
                "第三方代收, STORED, -, -",
                "签收, SIGNED, -, UNKNOWN",
                "客户签收, SIGNED, -, UNKNOWN",
                "改地址件, REDIRECTED, -, -",
            })
    void everyScanTypeIsUnderstood(String code, ScanKind kind, String reason, String signedBy) {
        TableRows.means(StoCodes.TABLE, code, kind, reason, signedBy);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(StoCodes.TABLE.rows()).hasSize(18);
        assertThat(StoCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly("留仓件", "快件取出", "代取快递", "第三方代收", "客户签收", "改地址件");
    }

    @Test
    void aPushIsOneScan() {
        Webhook webhook = form(push("sto-1", trace("2026-11-11 20:00:00", "到件", "快件到了", "")));
        Accepted accepted = accepted(webhook);

        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("STO", "STO-1"));
        assertThat(sto.parcelOf(webhook)).contains(ParcelId.of("STO", "STO-1"));
        Scan scan = accepted.scans().getFirst();
        assertThat(scan.kind()).isEqualTo(ScanKind.ARRIVED);
        assertThat(scan.happenedAt()).isEqualTo(Instant.parse("2026-11-11T12:00:00Z"));
        assertThat(scan.receivedAt()).isEqualTo(ARRIVED);
        assertThat(scan.place()).isEqualTo("成都转运中心");
        assertThat(scan.evidence()).isEqualTo(ScanEvidence.CODE);
    }

    @Test
    void thePushRepeatedIsTheSameScan() {
        String push = push("S1", trace("2026-11-11 20:00:00", "到件", "快件到了", ""));

        assertThat(accepted(form(push))).isEqualTo(accepted(form(push)));
    }

    @Test
    void noPhoneAndNoNameLeavesTheDecoder() {
        String trace =
                trace(
                        "2026-11-11 20:00:00",
                        "派件",
                        "【城东】0123-薛某(13900001111)正在派件，客户：张某某",
                        "联系电话13900001111");

        assertThat(accepted(form(push("S1", trace))).toString())
                .doesNotContain("13900001111")
                .doesNotContain("薛某")
                .doesNotContain("张某某");
    }

    @Test
    void whatIsWrongIsReadFromItsName() {
        Scan named =
                accepted(form(push("S1", trace("2026-11-11 20:00:00", "问题件", "疑难", "外包装破损"))))
                        .scans()
                        .getFirst();
        Scan told =
                accepted(form(push("S1", trace("2026-11-11 20:00:00", "问题件", "外包装破损", "破损"))))
                        .scans()
                        .getFirst();

        assertThat(named.reason()).isEqualTo(ProblemReason.DAMAGED);
        assertThat(named.text()).isEqualTo("疑难（外包装破损）");
        assertThat(told.reason()).isEqualTo(ProblemReason.DAMAGED);
        assertThat(told.text()).isEqualTo("外包装破损");
    }

    @Test
    void anUnknownScanTypeIsKeptAndReportedAndItsWordsCount() {
        Accepted unknown =
                accepted(form(push("S1", trace("2026-11-11 20:00:00", "新类型", "某某", ""))));
        Accepted worded =
                accepted(form(push("S1", trace("2026-11-11 20:00:00", "新类型", "已签收", ""))));

        assertThat(unknown.scans().getFirst().kind()).isEqualTo(ScanKind.OTHER);
        assertThat(unknown.scans().getFirst().code()).isEqualTo("新类型");
        assertThat(unknown.unknownCodes()).containsExactly("新类型");
        assertThat(worded.scans().getFirst().kind()).isEqualTo(ScanKind.SIGNED);
        assertThat(worded.unknownCodes()).containsExactly("新类型");
    }

    @Test
    void whatCannotBeUnderstoodHasAReason() {
        String good = trace("2026-11-11 20:00:00", "到件", "快件到了", "");

        assertThat(reasonOf(webhook("data_digest=1"))).isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf(webhook("content=%zz"))).isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf(form("[]"))).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf(form("{\"trace\":"))).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf(form("{\"waybillNo\":\"1\",\"trace\":null}")))
                .isEqualTo(Reason.NO_RESULT);
        assertThat(reasonOf(form(push("no waybill", good)))).isEqualTo(Reason.BAD_PARCEL);
        assertThat(reasonOf(form(push("S1", trace("2026-11-31 20:00:00", "到件", "a", "")))))
                .isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(reasonOf(form(push("S1", trace("2026-11-12 12:05:01", "到件", "a", "")))))
                .isEqualTo(Reason.IN_THE_FUTURE);
        assertThat(sto.parcelOf(webhook("content=%zz"))).isEmpty();
    }

    /** Computed apart from the code under test: base64(md5(text + secret)). */
    @ParameterizedTest
    @CsvSource({
        "s-new, xZokBZkdd5aRxlkR7MUGdA==, true",
        "s-old, JfxzKKbwSmSZGsYSYVUN/Q==, true",
        "k0, G8C584jOMX+qcOa/72jicg==, true",
        "s-new, JfxzKKbwSmSZGsYSYVUN/Q==, false",
        "s-new, '', false",
    })
    void eachOfTwoSecretsSignsTheExactText(String secret, String digest, boolean authentic) {
        Account account = new Account("sto", "main", List.of("another", secret), false);
        String content = "{\"waybillNo\":\"777\"}";

        assertThat(
                        sto.isAuthentic(
                                webhook(
                                        "content="
                                                + encoded(content)
                                                + "&data_digest="
                                                + encoded(digest)),
                                account))
                .isEqualTo(authentic);
        assertThat(
                        sto.isAuthentic(
                                webhook("data_digest=" + digest + "&content=" + encoded(content)),
                                account))
                .as("an unescaped +")
                .isEqualTo(authentic);
        assertThat(
                        sto.isAuthentic(
                                webhook(
                                        "content="
                                                + encoded(content + " ")
                                                + "&data_digest="
                                                + encoded(digest)),
                                account))
                .isFalse();
        assertThat(sto.isAuthentic(webhook("content=%zz"), account)).isFalse();
        assertThat(sto.isAuthentic(form(content), new Account("sto", "open", List.of(), true)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN, true, '', '', false",
        "UNKNOWN_ACCOUNT, false, 404, 未知账号, false",
        "NOT_AUTHENTIC, false, 401, 签名错误, false",
        "TOO_LARGE, false, 413, 内容过大, false",
        "NOT_WRITTEN, false, 500, 暂时无法接收, true",
    })
    void theAnswerIsTheOneTheProviderWants(
            Outcome outcome, String success, String code, String message, String again) {
        assertThat(sto.answer(outcome, webhook("")).body())
                .isEqualTo(
                        "{\"success\":\"%s\",\"errorCode\":\"%s\",\"errorMsg\":\"%s\",\"needRetry\":\"%s\"}"
                                .formatted(success, code, message, again));
    }

    @Test
    void noDamageToAPushThrows() {
        String push = push("S1", trace("2026-11-11 20:00:00", "问题件", "疑难", "外包装破损"));

        Mutations.areHarmless(sto, Mutations.ofText(push, 301).map(this::form));
        Mutations.areHarmless(
                sto,
                Mutations.ofBytes(form(push).body(), 302)
                        .map(body -> new Webhook("main", Map.of(), body, ARRIVED)));
    }

    private static String trace(String time, String type, String memo, String issue) {
        return """
        {"outBizCode":"b-1","opOrgName":"成都转运中心","opOrgCode":"610000","opOrgType":"2",\
        "opOrgCityName":"成都市","opOrgProvinceName":"四川省","opOrgTel":"13900001111","opTime":"%s",\
        "scanType":"%s","memo":"%s","bizEmpName":"薛某","signoffPeople":"张某某","issueName":"%s"}\
        """
                .formatted(time, type, memo, issue);
    }

    private static String push(String waybill, String trace) {
        return "{\"waybillNo\":\"%s\",\"linkCode\":\"O-1\",\"trace\":%s}".formatted(waybill, trace);
    }

    private Accepted accepted(Webhook webhook) {
        return (Accepted) sto.decode(webhook);
    }

    private Reason reasonOf(Webhook webhook) {
        return ((Rejected) sto.decode(webhook)).reason();
    }

    private Webhook form(String content) {
        return webhook(
                "api_name=STO_TRACE_PLATFORM_PUSH&content=" + encoded(content) + "&data_digest=");
    }

    private static Webhook webhook(String body) {
        return new Webhook("main", Map.of(), body.getBytes(StandardCharsets.UTF_8), ARRIVED);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
