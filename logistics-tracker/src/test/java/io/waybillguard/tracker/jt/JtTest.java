package io.waybillguard.tracker.jt;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ProblemReason;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JtTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-12T04:00:00Z");

    private final Jt jt = new Jt(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 4);

    @ParameterizedTest(name = "{0} and {1} are {2} {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 快件揽收, COLLECTED, -, -",
                "2, 入仓扫描, ARRIVED, -, -",
                "3, 发件扫描, DEPARTED, -, -",
                "4, 到件扫描, ARRIVED, -, -",
                "5, 出仓扫描, OUT_FOR_DELIVERY, -, -",
                "6, 入库扫描, STORED, -, -",
                "7, 代理点收入扫描, STORED, -, -",
                "8, 快件取出扫描, OTHER, -, -",
                "9, 出库扫描, OTHER, -, -",
                "10, 快件签收, SIGNED, -, UNKNOWN",
                "11, 问题件扫描, PROBLEM, OTHER, -",
                "12, 安检扫描, ARRIVED, -, -",
                "13, 其他扫描, OTHER, -, -",
                "14, 退件扫描, RETURNING, -, -",
            })
    void everyNodeIsUnderstoodByNumberAndByWord(
            String number, String word, ScanKind kind, String reason, String signedBy) {
        TableRows.means(JtCodes.TABLE, number, kind, reason, signedBy);
        TableRows.means(JtCodes.TABLE, word, kind, reason, signedBy);
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "客户拒收, REFUSED, -",
                "退回件-网点, RETURNING, -",
                "退回件-中心, RETURNING, -",
                "多次派件失败, DELIVERY_FAILED, OTHER",
                "收件人联系不上, PROBLEM, UNREACHABLE",
                "收件人信息错误, PROBLEM, BAD_ADDRESS",
                "收件地址不详, PROBLEM, BAD_ADDRESS",
                "收件地址错误, PROBLEM, BAD_ADDRESS",
                "包裹存放至网点, PROBLEM, HELD",
                "包裹暂存网点, PROBLEM, HELD",
                "更改派送时间, PROBLEM, DELAYED",
                "包裹延迟-节假日, PROBLEM, DELAYED",
                "异常天气, PROBLEM, DELAYED",
            })
    void everyProblemTypeIsUnderstood(String type, ScanKind kind, String reason) {
        TableRows.means(JtCodes.TABLE, type, kind, reason, null);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(JtCodes.TABLE.rows()).hasSize(2 * 14 + 13);
        assertThat(JtCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .hasSize(4 + 13)
                .startsWith("8", "快件取出扫描", "9", "出库扫描", "客户拒收");
    }

    @Test
    void aPushIsOneScanALine() {
        String push =
                push(
                        "jt1",
                        node("2026-11-11 20:00:00", "快件揽收", "", "【城东网点】已收"),
                        node("2026-11-11 22:00:00", "3", "", "快件走了"));
        Accepted accepted = accepted(form(push));

        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("JT", "JT1"));
        assertThat(jt.parcelOf(form(push))).contains(ParcelId.of("JT", "JT1"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.COLLECTED, ScanKind.DEPARTED);
        assertThat(accepted.scans()).extracting(Scan::place).containsExactly("城东网点", "成都网点");
        assertThat(accepted.scans().getFirst().happenedAt())
                .isEqualTo(Instant.parse("2026-11-11T12:00:00Z"));
        assertThat(accepted(bare(push, ""))).isEqualTo(accepted);
    }

    @Test
    void newestFirstAndOldestFirstAreTheSameScans() {
        String first = node("2026-11-11 20:00:00", "1", "", "a");
        String second = node("2026-11-11 22:00:00", "3", "", "b");

        assertThat(accepted(form(push("J1", second, first))).scans())
                .containsExactlyInAnyOrderElementsOf(
                        accepted(form(push("J1", first, second))).scans());
    }

    @Test
    void aPushMayBeTheOneScanItself() {
        String flat =
                "{\"billCode\":\"J1\",\"scanTime\":\"2026-11-11 20:00\",\"scanType\":\"到件扫描\"}";

        assertThat(accepted(form(flat)).scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.ARRIVED);
    }

    @Test
    void aKnownProblemTypeTellsMoreThanItsScanAndAnUnknownOneDoesNot() {
        Accepted accepted =
                accepted(
                        form(
                                push(
                                        "J1",
                                        node("2026-11-11 20:00:00", "11", "收件地址不详", "a"),
                                        node("2026-11-11 21:00:00", "11", "新问题", "外包装破损"))));

        assertThat(accepted.scans())
                .extracting(Scan::reason)
                .containsExactly(ProblemReason.BAD_ADDRESS, ProblemReason.DAMAGED);
        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("收件地址不详", "11");
    }

    @Test
    void noPhoneAndNoNameLeavesTheDecoder() {
        String node = node("2026-11-11 20:00:00", "5", "", "【城东】的派件员【0123-薛某(13900001111)】正在派件");

        assertThat(accepted(form(push("J1", node))).toString())
                .doesNotContain("13900001111")
                .doesNotContain("薛某");
    }

    @Test
    void anUnknownCodeIsKeptAndReported() {
        Accepted accepted = accepted(form(push("J1", node("2026-11-11 20:00:00", "99", "", "某某"))));

        assertThat(accepted.scans().getFirst().kind()).isEqualTo(ScanKind.OTHER);
        assertThat(accepted.scans().getFirst().code()).isEqualTo("99");
        assertThat(accepted.unknownCodes()).containsExactly("99");
    }

    @Test
    void whatCannotBeUnderstoodHasAReason() {
        String good = node("2026-11-11 20:00:00", "1", "", "a");
        String bad = node("2026-11-31 20:00:00", "1", "", "a");
        String future = node("2026-11-12 12:05:01", "1", "", "a");

        assertThat(reasonOf(webhook("nothing=1", Map.of()))).isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf(webhook("bizContent=%zz", Map.of()))).isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf(form("[]"))).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf(bare("{\"billCode\":", ""))).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf(form(push("J1")))).isEqualTo(Reason.NO_RESULT);
        assertThat(reasonOf(form(push("no waybill", good)))).isEqualTo(Reason.BAD_PARCEL);
        assertThat(reasonOf(form(push("J1", bad)))).isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(reasonOf(form(push("J1", good, good, good, good, good))))
                .isEqualTo(Reason.TOO_MANY_LINES);
        assertThat(accepted(form(push("J1", good, bad, future))).passedOver())
                .containsExactly(PassedOver.NO_TIME, PassedOver.IN_THE_FUTURE);
    }

    /** Computed apart from the code under test: base64(md5(text + key)). */
    @ParameterizedTest
    @CsvSource({
        "C+GxqRHQk0OZqYX7oQQqoA==, true",
        "mPu3TJ6EW7/aG0Mt3yXx+g==, true",
        "mPu3TJ6EW7/aG0Mt3yXx+A==, false",
        "'', false",
    })
    void eachOfTwoKeysSignsTheExactText(String digest, boolean authentic) {
        Account account = new Account("jt", "main", List.of("p-new", "p-old"), false);
        String content = "{\"billCode\":\"JT1\"}";

        assertThat(jt.isAuthentic(form(content, digest), account)).isEqualTo(authentic);
        assertThat(jt.isAuthentic(bare(content, digest), account)).isEqualTo(authentic);
        assertThat(jt.isAuthentic(form(content + " ", digest), account)).isFalse();
        assertThat(jt.isAuthentic(form(content), account)).isFalse();
        assertThat(jt.isAuthentic(webhook("bizContent=%zz", Map.of()), account)).isFalse();
        assertThat(jt.isAuthentic(form(content), new Account("jt", "open", List.of(), true)))
                .isTrue();
        assertThat(jt.signatureHeaders())
                .containsExactlyInAnyOrder("digest", "apiaccount", "timestamp");
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN, 1, success",
        "UNKNOWN_ACCOUNT, 0, 未知账号",
        "NOT_AUTHENTIC, 0, 签名错误",
        "TOO_LARGE, 0, 内容过大",
        "NOT_WRITTEN, 0, 暂时无法接收",
    })
    void theAnswerIsTheOneTheProviderWants(Outcome outcome, String code, String message) {
        assertThat(jt.answer(outcome, form("")).body())
                .isEqualTo("{\"code\":\"%s\",\"msg\":\"%s\"}".formatted(code, message));
    }

    @Test
    void noDamageToAPushThrows() {
        String push =
                push(
                        "J1",
                        node("2026-11-11 20:00:00", "快件揽收", "", "【城东网点】已收"),
                        node("2026-11-11 22:00:00", "11", "客户拒收", "不要了"));

        Mutations.areHarmless(jt, Mutations.ofText(push, 401).map(this::form));
        Mutations.areHarmless(
                jt,
                Mutations.ofBytes(form(push).body(), 402)
                        .map(body -> new Webhook("main", Map.of(), body, ARRIVED)));
        Mutations.areHarmless(
                jt,
                Mutations.ofBytes(push.getBytes(StandardCharsets.UTF_8), 403)
                        .map(body -> new Webhook("main", Map.of("digest", "x"), body, ARRIVED)));
    }

    private static String node(String time, String type, String problem, String words) {
        return """
        {"scanTime":"%s","desc":"%s","scanType":"%s","problemType":"%s",\
        "scanNetworkName":"成都网点","scanNetworkProvince":"四川省","scanNetworkCity":"成都市",\
        "scanNetworkId":12,"staffName":"薛某","staffContact":"13900001111"}\
        """
                .formatted(time, words, type, problem);
    }

    private static String push(String waybill, String... nodes) {
        return "{\"billCode\":\"%s\",\"txlogisticId\":\"O-1\",\"details\":[%s]}"
                .formatted(waybill, String.join(",", nodes));
    }

    private Accepted accepted(Webhook webhook) {
        return (Accepted) jt.decode(webhook);
    }

    private Reason reasonOf(Webhook webhook) {
        return ((Rejected) jt.decode(webhook)).reason();
    }

    private Webhook form(String content) {
        return webhook(formOf(content), Map.of());
    }

    private static Webhook form(String content, String digest) {
        return webhook(formOf(content), Map.of("digest", digest));
    }

    private static Webhook bare(String content, String digest) {
        return webhook(content, Map.of("digest", digest));
    }

    private static String formOf(String content) {
        return "bizContent=" + URLEncoder.encode(content, StandardCharsets.UTF_8);
    }

    private static Webhook webhook(String body, Map<String, String> headers) {
        return new Webhook("main", headers, body.getBytes(StandardCharsets.UTF_8), ARRIVED);
    }
}
