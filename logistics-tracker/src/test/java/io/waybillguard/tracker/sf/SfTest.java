package io.waybillguard.tracker.sf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SfTest {

    private static final Path SAMPLES = Path.of("../../shared/samples/sf");
    private static final Instant ARRIVED = Instant.parse("2026-11-12T04:00:00Z");

    private final Sf sf = new Sf(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 10);
    private final Account signing = new Account("sf", "main", List.of("cw-new", "cw-old"), false);

    private final String xmlRoutes =
            xmlRoute("1", "SF1", "2026-11-11 20:00:00", "50", "顺丰速运 已收取快件")
                    + xmlRoute("2", "SF1", "2026-11-11 22:00:00", "36", "快件已发车")
                    + xmlRoute("3", "SF2", "2026-11-12 08:00:00", "44", "收派员：薛某 13900001111 正在派送")
                    + xmlRoute("4", "SF1", "2026-11-11 21:00:00", "30", "-");
    private final String jsonRoutes =
            String.join(
                    ",",
                    jsonRoute("1", "SF1", "2026-11-11 20:00:00", "50", "顺丰速运 已收取快件"),
                    jsonRoute("2", "SF1", "2026-11-11 22:00:00", "36", "快件已发车"),
                    jsonRoute("3", "SF2", "2026-11-12 08:00:00", "44", "收派员：薛某 13900001111 正在派送"),
                    jsonRoute("4", "SF1", "2026-11-11 21:00:00", "30", "-"));

    @ParameterizedTest(name = "{0} {1} is {2} {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "50, 已收件, COLLECTED, -, -",
                "54, 上门收件, COLLECTED, -, -",
                "30, 分拣完毕，准备发往下一站, DEPARTED, -, -",
                "31, 到达, ARRIVED, -, -",
                "36, 离开, DEPARTED, -, -",
                "407, 发往下一站, DEPARTED, -, -",
                "501, 在途, DEPARTED, -, -",
                "44, 派送中, OUT_FOR_DELIVERY, -, -",
                "80, 已签收, SIGNED, -, UNKNOWN",
                "8000, 签收信息, SIGNED, -, UNKNOWN",
                "33, 派件异常, DELIVERY_FAILED, OTHER, -",
                "70, 派件不成功, DELIVERY_FAILED, OTHER, -",
                "99, 转寄, REDIRECTED, -, -",
                "648, 退回或转寄, RETURNING, -, -",
            })
    void everyCodeIsUnderstood(
            String code, String name, ScanKind kind, String reason, String signedBy) {
        TableRows.means(SfCodes.TABLE, code, kind, reason, signedBy);
        assertThat(SfCodes.TABLE.find(code).name()).isEqualTo(name);
    }

    @Test
    void theTestNamesEveryRowAndWhatIsNotConfirmed() {
        assertThat(SfCodes.TABLE.rows()).hasSize(14);
        assertThat(SfCodes.TABLE.rows())
                .filteredOn(row -> !row.confirmed())
                .extracting(Row::code)
                .containsExactly("44", "80", "8000", "33", "70", "99", "648");
    }

    @Test
    void xmlBareXmlAndJsonSayTheSame() {
        Accepted form = accepted(form(xml(xmlRoutes)));

        assertThat(accepted(webhook(xml(xmlRoutes)))).isEqualTo(form);
        assertThat(accepted(webhook(json(jsonRoutes)))).isEqualTo(form);
        assertThat(accepted(form(json(jsonRoutes)))).isEqualTo(form);
    }

    @Test
    void severalParcelsOfAPushAreToldApartWhateverTheOrderOfTime() {
        Accepted accepted = accepted(form(xml(xmlRoutes)));

        assertThat(accepted.reports())
                .extracting(ParcelReport::parcel)
                .containsExactly(ParcelId.of("SF", "SF1"), ParcelId.of("SF", "SF2"));
        assertThat(accepted.reports().getFirst().scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.COLLECTED, ScanKind.DEPARTED, ScanKind.DEPARTED);
        Scan first = accepted.scans().getFirst();
        assertThat(first.happenedAt()).isEqualTo(Instant.parse("2026-11-11T12:00:00Z"));
        assertThat(first.place()).isEqualTo("深圳市");
        assertThat(first.code()).isEqualTo("50");
        assertThat(accepted.reports().getFirst().scans().getLast().text()).isEmpty();
        assertThat(sf.parcelOf(form(xml(xmlRoutes)))).contains(ParcelId.of("SF", "SF1"));
        assertThat(sf.parcelOf(webhook(json(jsonRoutes)))).contains(ParcelId.of("SF", "SF1"));
    }

    @Test
    void noPhoneAndNoNameLeavesTheDecoder() {
        assertThat(accepted(form(xml(xmlRoutes))).toString())
                .doesNotContain("13900001111")
                .doesNotContain("薛某");
    }

    @Test
    void aBadRouteIsPassedOverAndTheOthersCount() {
        Accepted accepted =
                accepted(
                        form(
                                xml(
                                        xmlRoute("1", "", "2026-11-11 20:00:00", "50", "a")
                                                + xmlRoute("2", "SF1", "", "31", "b")
                                                + xmlRoute(
                                                        "3",
                                                        "SF1",
                                                        "2026-11-12 12:05:01",
                                                        "31",
                                                        "c")
                                                + xmlRoute(
                                                        "4",
                                                        "SF1",
                                                        "2026-11-12 12:05:00",
                                                        "31",
                                                        "d"))));

        assertThat(accepted.scans()).extracting(Scan::text).containsExactly("d");
        assertThat(accepted.passedOver())
                .containsExactly(
                        PassedOver.BAD_PARCEL, PassedOver.NO_TIME, PassedOver.IN_THE_FUTURE);
    }

    @Test
    void anUnknownCodeIsKeptAndReportedAndItsWordsCount() {
        Accepted accepted =
                accepted(
                        form(
                                xml(
                                        xmlRoute("1", "SF1", "2026-11-11 20:00:00", "9001", "某某")
                                                + xmlRoute(
                                                        "2",
                                                        "SF1",
                                                        "2026-11-11 21:00:00",
                                                        "9002",
                                                        "已签收"))));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.OTHER, ScanKind.SIGNED);
        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("9001", "9002");
        assertThat(accepted.scans()).extracting(Scan::evidence).containsOnly(ScanEvidence.TEXT);
        assertThat(accepted.unknownCodes()).containsExactly("9001", "9002");
    }

    @Test
    void aSingleJsonRouteMayStandWithoutItsArray() {
        String route = jsonRoute("1", "SF1", "2026-11-11 20:00:00", "50", "已收件");

        assertThat(accepted(webhook("{\"Body\":{\"WaybillRoute\":" + route + "}}")).scans())
                .hasSize(1);
    }

    @Test
    void whatCannotBeUnderstoodHasAReason() {
        assertThat(reasonOf(webhook("nothing=1"))).isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf(webhook("content=%zz"))).isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf(webhook("<Request><Body>"))).isEqualTo(Reason.NOT_XML);
        assertThat(reasonOf(form("route"))).isEqualTo(Reason.NOT_XML);
        assertThat(reasonOf(webhook("{\"Body\":"))).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf(webhook("[]"))).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf(form(xml("")))).isEqualTo(Reason.NO_RESULT);
        assertThat(reasonOf(webhook("{}"))).isEqualTo(Reason.NO_RESULT);
        assertThat(reasonOf(form(xml(xmlRoute("1", "no waybill", "", "50", "")))))
                .isEqualTo(Reason.BAD_PARCEL);
        assertThat(reasonOf(form(xml(xmlRoute("1", "SF1", "", "50", "")))))
                .isEqualTo(Reason.NO_USABLE_SCAN);
        assertThat(reasonOf(form(xml(xmlRoutes.repeat(3))))).isEqualTo(Reason.TOO_MANY_LINES);
    }

    @Test
    void noEntityIsExpandedAndNoFileIsRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "2026-11-11 20:00:00");
        String route =
                "<Request><Body><WaybillRoute mailno=\"SF1\" opCode=\"50\" remark=\"&x;\""
                        + " acceptTime=\"2026-11-11 20:00:00\"/>&x;</Body></Request>";

        assertThat(reasonOf(form("<!DOCTYPE Request [<!ENTITY x \"y\">]>" + route)))
                .isEqualTo(Reason.NOT_XML);
        assertThat(
                        reasonOf(
                                form(
                                        "<!DOCTYPE Request [<!ENTITY x SYSTEM \"%s\">]>%s"
                                                .formatted(secret.toUri(), route))))
                .isEqualTo(Reason.NOT_XML);
        assertThat(
                        reasonOf(
                                form(
                                        "<!DOCTYPE Request SYSTEM \"%s\">%s"
                                                .formatted(secret.toUri(), xml(xmlRoutes)))))
                .isEqualTo(Reason.NOT_XML);
        assertThat(reasonOf(form(route))).isEqualTo(Reason.NOT_XML);
    }

    @Test
    void whatIsNestedTooDeepOrTooLongIsRejectedAndDoesNoHarm() {
        assertThat(reasonOf(webhook("<a>".repeat(100_000)))).isEqualTo(Reason.NOT_XML);
        assertThat(reasonOf(webhook("[".repeat(100_000)))).isEqualTo(Reason.JSON_LIMITS);
        assertThat(reasonOf(form("<a b=\"" + "x".repeat(900_000) + "\"/>")))
                .isEqualTo(Reason.NO_RESULT);
    }

    /** Computed apart from the code under test: base64(md5(text + time stamp + check word)). */
    @ParameterizedTest
    @CsvSource({
        "{\"Body\":{\"WaybillRoute\":[]}}, 1762840000000, W1I4V4Q3LSdziNfEjUAjxg==, true",
        "{\"Body\":{\"WaybillRoute\":[]}}, 1762840000000, evXeXXAqJ9jlC+1tNTR/oA==, true",
        "{\"Body\":{\"WaybillRoute\":[]}}, '', FTWy2/M2nOW/fpfaIC1xLQ==, true",
        "{\"Body\":{\"WaybillRoute\":[]}}, '', x8H6NZFh+3LpFoMQBpld+A==, true",
        "<Request service=\"RoutePushService\"><Body/></Request>, '', qHq5ps0ezf6XAtkSZjfsuw==,"
                + " true",
        "<Request service=\"RoutePushService\"><Body/></Request>, '', EGC1Ax+OTRmy3clEWuVhAQ==,"
                + " true",
        "<Request service=\"RoutePushService\"><Body/></Request>, 1, EGC1Ax+OTRmy3clEWuVhAQ==,"
                + " false",
        "{\"Body\":{\"WaybillRoute\":[]}}, '', W1I4V4Q3LSdziNfEjUAjxg==, false",
        "{\"Body\":{\"WaybillRoute\":[]}}, '', '', false",
    })
    void eachOfTwoCheckWordsSignsTheExactText(
            String text, String timestamp, String sign, boolean authentic) {
        Map<String, String> headers = Map.of("sign", sign, "timestamp", timestamp);
        Webhook bare = new Webhook("main", headers, bytes(text), ARRIVED);
        Webhook longer = new Webhook("main", headers, bytes(text + " "), ARRIVED);
        String fields = "&timestamp=" + timestamp + "&sign=";

        assertThat(sf.isAuthentic(bare, signing)).isEqualTo(authentic);
        assertThat(sf.isAuthentic(longer, signing)).isFalse();
        assertThat(
                        sf.isAuthentic(
                                webhook("content=" + encoded(text) + fields + encoded(sign)),
                                signing))
                .isEqualTo(authentic);
        assertThat(sf.isAuthentic(webhook("content=" + encoded(text) + fields + sign), signing))
                .as("an unescaped +")
                .isEqualTo(authentic);
        assertThat(sf.signatureHeaders()).containsExactlyInAnyOrder("sign", "timestamp");
    }

    @Test
    void anUnsignedAccountAsksForNoSignature() {
        assertThat(sf.isAuthentic(form("?"), new Account("sf", "open", List.of(), true))).isTrue();
        assertThat(sf.isAuthentic(webhook("nothing=1"), signing)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theAnswerIsInTheFormatOfThePush(Outcome outcome) {
        boolean taken = outcome == Outcome.TAKEN;

        assertThat(sf.answer(outcome, form(xml(xmlRoutes))).body())
                .isEqualTo(
                        "<Response service=\"RoutePushService\"><Head>%s</Head></Response>"
                                .formatted(taken ? "OK" : "ERR"));
        assertThat(sf.answer(outcome, webhook(json(jsonRoutes))).body())
                .startsWith(
                        taken
                                ? "{\"return_code\":\"0000\",\"return_msg\":\"成功\"}"
                                : "{\"return_code\":\"1000\",\"return_msg\":\"");
        assertThat(
                        sf.answer(
                                        outcome,
                                        new Webhook(
                                                "main",
                                                Map.of("content-type", "application/json"),
                                                new byte[0],
                                                ARRIVED))
                                .contentType())
                .startsWith("application/json");
        assertThat(sf.answer(outcome, webhook("")).contentType()).startsWith("text/xml");
    }

    @Test
    void noDamageToAPushThrows() {
        Mutations.areHarmless(sf, Mutations.ofText(xml(xmlRoutes), 201).map(this::form));
        Mutations.areHarmless(sf, Mutations.ofText(json(jsonRoutes), 202).map(this::form));
        Mutations.areHarmless(
                sf, Mutations.ofBytes(bytes(xml(xmlRoutes)), 203).map(SfTest::webhook));
        Mutations.areHarmless(
                sf, Mutations.ofBytes(bytes(json(jsonRoutes)), 204).map(SfTest::webhook));
        Mutations.areHarmless(
                sf, Mutations.ofBytes(form(xml(xmlRoutes)).body(), 205).map(SfTest::webhook));
    }

    @ParameterizedTest
    @ValueSource(strings = {"route_push_2016.xml", "route_push_json_min.json"})
    void theProvidersOwnSamplesAreUnderstoodWherePresent(String name) throws IOException {
        assumeThat(SAMPLES).isDirectory();
        Webhook webhook = form(Files.readString(SAMPLES.resolve(name)));

        if (name.endsWith("xml")) {
            assertThat(accepted(webhook).reports().getFirst().parcel())
                    .isEqualTo(ParcelId.of("SF", "444739949795"));
            assertThat(accepted(webhook).scans())
                    .extracting(Scan::kind)
                    .containsExactly(ScanKind.COLLECTED, ScanKind.COLLECTED);
        } else {
            assertThat(reasonOf(webhook)).as("it has no time").isEqualTo(Reason.NO_USABLE_SCAN);
        }
    }

    private static String xmlRoute(
            String id, String waybill, String time, String code, String remark) {
        return ("<WaybillRoute id=\"%s\" mailno=\"%s\" orderid=\"O-1\" acceptTime=\"%s\""
                        + " acceptAddress=\"深圳市\" remark=\"%s\" opCode=\"%s\"/>")
                .formatted(id, waybill, time, remark, code);
    }

    private static String jsonRoute(
            String id, String waybill, String time, String code, String remark) {
        return """
        {"id":"%s","mailno":"%s","orderid":"O-1","acceptTime":"%s","acceptAddress":"深圳市",\
        "remark":"%s","opCode":"%s"}\
        """
                .formatted(id, waybill, time, remark, code);
    }

    private static String xml(String routes) {
        return "<?xml version='1.0' encoding='UTF-8'?><Request service=\"RoutePushService\""
                + " lang=\"zh-CN\"><Body>"
                + routes
                + "</Body></Request>";
    }

    private static String json(String routes) {
        return "{\"Body\":{\"WaybillRoute\":[" + routes + "]}}";
    }

    private Accepted accepted(Webhook webhook) {
        return (Accepted) sf.decode(webhook);
    }

    private Reason reasonOf(Webhook webhook) {
        return ((Rejected) sf.decode(webhook)).reason();
    }

    private Webhook form(String content) {
        return webhook("content=" + encoded(content));
    }

    private static Webhook webhook(String body) {
        return webhook(bytes(body));
    }

    private static Webhook webhook(byte[] body) {
        return new Webhook("main", Map.of(), body, ARRIVED);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
