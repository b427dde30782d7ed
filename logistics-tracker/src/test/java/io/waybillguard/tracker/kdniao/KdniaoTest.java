package io.waybillguard.tracker.kdniao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.lines.TableRows;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.ParcelReport;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Mutations;
import io.waybillguard.tracker.provider.Provider.Outcome;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.provider.Webhook;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KdniaoTest {

    private static final Path SAMPLES = Path.of("../../shared/samples/kdniao");
    private static final Instant ARRIVED = Instant.parse("2026-11-12T04:00:00Z");

    private static final String TRACES =
            """
            {"AcceptTime":"2026-11-11 20:00:00","AcceptStation":"【城东营业部】已揽收",\
            "Location":"杭州市","Action":"1","Remark":""},
            {"AcceptTime":"2026-11-11 22:28:50","AcceptStation":"快件离开，发往下一站",\
            "Location":"杭州市","Action":"206"},
            {"AcceptTime":"2026-11-12 06:10:00","AcceptStation":"快件到了","Location":"成都市",\
            "Action":"201"},
            {"AcceptTime":"2026-11-12 08:27:50",\
            "AcceptStation":"快递员：薛某，电话：13900001111 为您送货","Location":"成都市","Action":"202"},
            {"AcceptTime":"2026-11-12 10:34:33","AcceptStation":"已放好","Location":"成都市",\
            "Action":"211"}\
            """;

    private final Kdniao kdniao = new Kdniao(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 20);

    @ParameterizedTest(name = "{0} {1} is {2} {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 无轨迹, -, -, -",
                "1, 揽收, COLLECTED, -, -",
                "10, 待揽件, ORDERED, -, -",
                "2, 在途, ARRIVED, -, -",
                "201, 到达派件城市, AT_DESTINATION, -, -",
                "202, 派件中, OUT_FOR_DELIVERY, -, -",
                "204, 到达转运中心, ARRIVED, -, -",
                "205, 到达派件网点, AT_DESTINATION, -, -",
                "206, 寄件网点发件, DEPARTED, -, -",
                "211, 已放入快递柜或驿站, STORED, -, -",
                "3, 签收, SIGNED, -, UNKNOWN",
                "301, 正常签收, SIGNED, -, UNKNOWN",
                "302, 异常后最终签收, SIGNED, -, UNKNOWN",
                "304, 代收, SIGNED, -, OTHER_PERSON",
                "311, 快递柜或驿站签收, SIGNED, -, LOCKER_OR_STATION",
                "4, 问题件, PROBLEM, OTHER, -",
                "401, 发货无信息, -, -, -",
                "402, 超时未签收, -, -, -",
                "403, 超时未更新, -, -, -",
                "404, 拒收(退件), REFUSED, -, -",
                "405, 派件异常, DELIVERY_FAILED, OTHER, -",
                "406, 退货签收, RETURNED, -, -",
                "407, 退货未签收, RETURNING, -, -",
                "412, 柜/驿站超时未取, PROBLEM, UNCLAIMED, -",
                "413, 单号已拦截, INTERCEPTED, -, -",
                "414, 破损, PROBLEM, DAMAGED, -",
                "415, 客户取消, CANCELLED, -, -",
                "416, 无法联系, PROBLEM, UNREACHABLE, -",
                "417, 配送延迟, PROBLEM, DELAYED, -",
                "418, 快件取出, OTHER, -, -",
                "419, 重新派送, OUT_FOR_DELIVERY, -, -",
                "420, 地址不详, PROBLEM, BAD_ADDRESS, -",
                "421, 电话错误, PROBLEM, UNREACHABLE, -",
                "422, 错分, PROBLEM, MISSORTED, -",
                "423, 超区, PROBLEM, OUT_OF_ZONE, -",
                "5, 转寄, REDIRECTED, -, -",
                "6, 清关, CUSTOMS, -, -",
                "601, 待清关, CUSTOMS, -, -",
                "602, 清关中, CUSTOMS, -, -",
                "603, 已清关, CUSTOMS, -, -",
                "604, 清关异常, PROBLEM, HELD, -",
            })
    void everyCodeIsUnderstood(
            String code, String name, ScanKind kind, String reason, String signedBy) {
        TableRows.means(KdniaoCodes.TABLE, code, kind, reason, signedBy);
        assertThat(KdniaoCodes.TABLE.find(code).name()).isEqualTo(name);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(KdniaoCodes.TABLE.rows()).hasSize(41);
        assertThat(KdniaoCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly("415", "418");
    }

    @Test
    void aFullListIsOneScanALineInTheOrderGiven() {
        Accepted accepted = accepted(push(parcel("ZTO", "zt-1", "202", TRACES)));

        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("ZTO", "ZT-1"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.COLLECTED,
                        ScanKind.DEPARTED,
                        ScanKind.AT_DESTINATION,
                        ScanKind.OUT_FOR_DELIVERY,
                        ScanKind.STORED);
        Scan road = accepted.scans().get(2);
        assertThat(road.happenedAt()).isEqualTo(Instant.parse("2026-11-11T22:10:00Z"));
        assertThat(road.receivedAt()).isEqualTo(ARRIVED);
        assertThat(road.place()).isEqualTo("成都市");
        assertThat(road.evidence()).isEqualTo(ScanEvidence.CODE);
    }

    @Test
    void newestFirstAndOldestFirstAreTheSameScans() {
        List<String> traces = List.of(TRACES.split(",\n"));

        assertThat(
                        accepted(
                                        push(
                                                parcel(
                                                        "ZTO",
                                                        "Z1",
                                                        "2",
                                                        String.join(",", traces.reversed()))))
                                .scans())
                .hasSize(5)
                .containsExactlyInAnyOrderElementsOf(
                        accepted(push(parcel("ZTO", "Z1", "2", TRACES))).scans());
    }

    @Test
    void noPhoneAndNoNameLeavesTheDecoder() {
        assertThat(accepted(push(parcel("ZTO", "Z1", "202", TRACES))).toString())
                .doesNotContain("13900001111")
                .doesNotContain("薛某");
    }

    @Test
    void severalParcelsOfAPushAreToldApartAndABadOneIsPassedOver() {
        Accepted accepted =
                accepted(
                        push(
                                parcel("", "no courier", "2", TRACES)
                                        + ","
                                        + parcel("YD", "Y1", "2", TRACES)
                                        + ","
                                        + parcel("STO", "S1", "2", trace("1", "已揽收"))));

        assertThat(accepted.reports())
                .extracting(ParcelReport::parcel)
                .containsExactly(ParcelId.of("YUNDA", "Y1"), ParcelId.of("STO", "S1"));
        assertThat(accepted.reports())
                .extracting(report -> report.scans().size())
                .containsExactly(5, 1);
        assertThat(accepted.passedOver()).containsExactly(PassedOver.BAD_PARCEL);
    }

    @ParameterizedTest
    @CsvSource({
        "SF, SF",
        "ZTO, ZTO",
        "YTO, YTO",
        "STO, STO",
        "YD, YUNDA",
        "jtsd, JT",
        "JD, JD",
        "EMS, EMS",
        "YZPY, POST",
        "DBL, DEPPON",
        "HTKY, HTKY",
    })
    void couriersHaveOurCodes(String theirs, String ours) {
        Webhook webhook = open(push(parcel(theirs, "n1", "2", "")));

        assertThat(kdniao.parcelOf(webhook)).contains(ParcelId.of(ours, "N1"));
        assertThat(((Accepted) kdniao.decode(webhook)).reports().getFirst().parcel())
                .isEqualTo(ParcelId.of(ours, "N1"));
    }

    @Test
    void theOverallStateIsNoScan() {
        assertThat(accepted(push(parcel("ZTO", "Z1", "301", trace("1", "已揽收")))).scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.COLLECTED);
    }

    @ParameterizedTest
    @CsvSource({"402", "403", "401"})
    void theProvidersOwnRemarkOnASilenceIsNoScan(String state) {
        Accepted accepted = accepted(push(parcel("ZTO", "Z1", state, trace("1", "已揽收"))));

        assertThat(accepted.scans()).hasSize(1);
        assertThat(accepted.passedOver()).containsExactly(PassedOver.REMARK);
    }

    @Test
    void aParcelThatNobodyKnowsIsUnderstoodAndSaysNothing() {
        Accepted accepted =
                accepted(
                        push(
                                "{\"ShipperCode\":\"ZTO\",\"LogisticCode\":\"Z1\",\"Success\":false,"
                                    + "\"Reason\":\"暂无轨迹信息\",\"State\":\"0\"}"));

        assertThat(accepted.scans()).isEmpty();
        assertThat(accepted.reports()).hasSize(1);
    }

    @Test
    void aLineWithoutACodeIsUnderstoodByItsWords() {
        Scan scan =
                accepted(push(parcel("ZTO", "Z1", "4", trace("", "问题件：外包装破损")))).scans().getFirst();

        assertThat(scan.kind()).isEqualTo(ScanKind.PROBLEM);
        assertThat(scan.reason()).isEqualTo(ProblemReason.DAMAGED);
        assertThat(scan.evidence()).isEqualTo(ScanEvidence.TEXT);
    }

    @Test
    void anUnknownCodeIsKeptAndReported() {
        Accepted accepted = accepted(push(parcel("ZTO", "Z1", "2", trace("777", "某某"))));

        assertThat(accepted.scans().getFirst().kind()).isEqualTo(ScanKind.OTHER);
        assertThat(accepted.scans().getFirst().code()).isEqualTo("777");
        assertThat(accepted.unknownCodes()).containsExactly("777");
    }

    @Test
    void aTimeMayLieFiveMinutesAheadAndMustBeOne() {
        String lines =
                """
                {"AcceptTime":"2026-11-12 12:05:00","AcceptStation":"a","Action":"1"},
                {"AcceptTime":"2026-11-12 12:05:01","AcceptStation":"b","Action":"2"},
                {"AcceptTime":"2026-11-12 11:59","AcceptStation":"c","Action":"2"},
                {"AcceptTime":"2026-02-30 12:00:00","AcceptStation":"d","Action":"2"},
                {"AcceptStation":"e","Action":"2"}\
                """;

        Accepted accepted = accepted(push(parcel("ZTO", "Z1", "2", lines)));

        assertThat(accepted.scans()).extracting(Scan::text).containsExactly("a", "c");
        assertThat(accepted.passedOver())
                .containsExactly(PassedOver.IN_THE_FUTURE, PassedOver.NO_TIME, PassedOver.NO_TIME);
    }

    @Test
    void whatCannotBeUnderstoodHasAReason() {
        assertThat(reasonOf("[]")).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf("{\"Data\":[")).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf("{\"Data\":[]}")).isEqualTo(Reason.NO_RESULT);
        assertThat(reasonOf("{}")).isEqualTo(Reason.NO_RESULT);
        assertThat(reasonOf(push(parcel("ZTO", "no waybill", "2", TRACES))))
                .isEqualTo(Reason.BAD_PARCEL);
        assertThat(reasonOf(push(parcel("ZTO", "Z1", "2", "{\"AcceptTime\":\"?\"}"))))
                .isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(
                        reasonOf(
                                push(
                                        parcel(
                                                "ZTO",
                                                "Z1",
                                                "2",
                                                String.join(
                                                        ",",
                                                        List.of(
                                                                TRACES,
                                                                TRACES,
                                                                TRACES,
                                                                TRACES,
                                                                trace("1", "已揽收")))))))
                .isEqualTo(Reason.TOO_MANY_LINES);
        assertThat(((Rejected) kdniao.decode(webhook("RequestType=102"))).reason())
                .isEqualTo(Reason.BAD_FORM);
        assertThat(((Rejected) kdniao.decode(webhook("RequestData=%zz"))).reason())
                .isEqualTo(Reason.BAD_FORM);
        assertThat(kdniao.parcelOf(webhook("RequestData=%zz"))).isEmpty();
    }

    /** Computed apart from the code under test: base64(hex(md5(text + key))). */
    @ParameterizedTest
    @CsvSource({
        "MzZkYTYyMGYzOTY5OWFjNjZmNzRkODNmYTcyNmViMjk=, true",
        "MTk2MTJiY2M3ZDc2ZWVkOWNlMGNiYmVkMWViNjdiNzQ=, true",
        "MzZkYTYyMGYzOTY5OWFjNjZmNzRkODNmYTcyNmViMjk%3D, true",
        "MzZkYTYyMGYzOTY5OWFjNjZmNzRkODNmYTcyNmViMjl=, false",
        "'', false",
    })
    void eachOfTwoKeysSignsTheExactText(String sign, boolean authentic) {
        Account account = new Account("kdniao", "main", List.of("k-new", "k-old"), false);
        String data = "{\"EBusinessID\":\"1000001\",\"Count\":\"1\"}";

        assertThat(kdniao.isAuthentic(signed(data, sign), account)).isEqualTo(authentic);
        assertThat(kdniao.isAuthentic(signed(data + " ", sign), account)).isFalse();
        assertThat(kdniao.isAuthentic(webhook("DataSign=%zz"), account)).isFalse();
    }

    @Test
    void anUnsignedAccountAsksForNoSignature() {
        assertThat(kdniao.isAuthentic(open("{}"), new Account("kdniao", "open", List.of(), true)))
                .isTrue();
    }

    @Test
    void theAnswerIsTheOneTheProviderWants() {
        assertThat(kdniao.answer(Outcome.TAKEN, open(push(""))).body())
                .isEqualTo(
                        "{\"EBusinessID\":\"1000001\",\"UpdateTime\":\"2026-11-12 12:00:00\","
                                + "\"Success\":true,\"Reason\":\"\"}");
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "TAKEN")
    void everyOtherAnswerSaysWhyNot(Outcome outcome) {
        assertThat(kdniao.answer(outcome, webhook("")).body())
                .startsWith("{\"EBusinessID\":\"\",\"UpdateTime\":\"2026-11-12 12:00:00\",")
                .contains("\"Success\":false,\"Reason\":\"")
                .doesNotEndWith("\"Reason\":\"\"}");
    }

    @Test
    void noDamageToAPushThrows() {
        String data =
                push(parcel("ZTO", "Z1", "402", TRACES) + "," + parcel("YD", "Y1", "2", TRACES));

        Mutations.areHarmless(kdniao, Mutations.ofText(data, 101).map(this::open));
        Mutations.areHarmless(
                kdniao,
                Mutations.ofBytes(open(data).body(), 102)
                        .map(body -> new Webhook("main", Map.of(), body, ARRIVED)));
    }

    @Test
    void theProvidersOwnSampleIsUnderstoodWherePresent() throws IOException {
        assumeThat(SAMPLES).isDirectory();

        String sample = Files.readString(SAMPLES.resolve("HTKY_557020683421114_state3.json"));
        Accepted accepted = accepted(sample);

        assertThat(accepted.reports().getFirst().parcel())
                .isEqualTo(ParcelId.of("HTKY", "557020683421114"));
        assertThat(accepted.scans()).hasSize(10);
        assertThat(accepted.scans().getFirst().kind()).isEqualTo(ScanKind.COLLECTED);
        assertThat(accepted.scans().getLast().kind()).isEqualTo(ScanKind.SIGNED);
    }

    private static String trace(String action, String words) {
        return "{\"AcceptTime\":\"2026-11-11 20:00:00\",\"AcceptStation\":\"%s\",\"Action\":\"%s\"}"
                .formatted(words, action);
    }

    private static String parcel(String courier, String waybill, String state, String traces) {
        return """
        {"EBusinessID":"1000001","OrderCode":"O-1","ShipperCode":"%s","LogisticCode":"%s",\
        "Success":true,"Reason":"","State":"%s","StateEx":"%s","Location":"成都市",\
        "DeliveryMan":"薛某","DeliveryManTel":"13900001111","Traces":[%s]}\
        """
                .formatted(courier, waybill, state.substring(0, 1), state, traces);
    }

    private static String push(String parcels) {
        return """
        {"EBusinessID":"1000001","PushTime":"2026-11-12 12:00:00","Count":"1","Data":[%s]}\
        """
                .formatted(parcels);
    }

    private Accepted accepted(String data) {
        return (Accepted) kdniao.decode(open(data));
    }

    private Reason reasonOf(String data) {
        return ((Rejected) kdniao.decode(open(data))).reason();
    }

    private Webhook open(String data) {
        return signed(data, "");
    }

    private static Webhook signed(String data, String sign) {
        return webhook(
                "RequestData=" + encoded(data) + "&RequestType=102&DataSign=" + encoded(sign));
    }

    private static Webhook webhook(String body) {
        return new Webhook("main", Map.of(), body.getBytes(StandardCharsets.UTF_8), ARRIVED);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
