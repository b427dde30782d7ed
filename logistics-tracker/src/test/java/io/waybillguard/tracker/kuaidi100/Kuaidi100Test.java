package io.waybillguard.tracker.kuaidi100;

import static io.waybillguard.tracker.kuaidi100.Pushes.corrected;
import static io.waybillguard.tracker.kuaidi100.Pushes.node;
import static io.waybillguard.tracker.kuaidi100.Pushes.push;
import static io.waybillguard.tracker.kuaidi100.Pushes.reversed;
import static io.waybillguard.tracker.kuaidi100.Pushes.signed;
import static io.waybillguard.tracker.kuaidi100.Pushes.webhook;
import static io.waybillguard.tracker.kuaidi100.Pushes.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.ParcelReport;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Provider.Outcome;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.provider.Subscription;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.provider.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Kuaidi100Test {

    private static final Path SAMPLES = Path.of("../../shared/samples/kuaidi100");

    private final Kuaidi100 kuaidi100 =
            new Kuaidi100(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 1000);
    private final Providers providers =
            new Providers(
                    List.of(kuaidi100),
                    List.of(
                            new Account("kuaidi100", "main", List.of("old", Pushes.SALT), false),
                            new Account("kuaidi100", "open", List.of(), true)),
                    1 << 20);

    private final String[] newestFirst = {
        node("2026-11-12 10:34:33", "快件已由站点代收", "304", "投柜或站签收"),
        node("2026-11-12 08:27:50", "您的快件正在派送中（快递员：薛某，电话：13900001111）", "0", "在途"),
        node("2026-11-11 22:28:50", "快件由【城东分拣中心】准备发往【城西营业部】", "1002", "干线"),
        node("2026-11-11 21:00:00", "【城东营业部】已揽收", "103", "已揽收"),
        node("2026-11-11 20:00:00", "已下单", "101", "已下单"),
    };

    @Test
    void aFullListIsOneScanALine() {
        Accepted accepted = accepted(push("zhongtong", "zt-1", "0", newestFirst));

        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("ZTO", "ZT-1"));
        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.SIGNED,
                        ScanKind.OUT_FOR_DELIVERY,
                        ScanKind.DEPARTED,
                        ScanKind.COLLECTED,
                        ScanKind.ORDERED);
        Scan road = accepted.scans().get(2);
        assertThat(road.happenedAt()).isEqualTo(Instant.parse("2026-11-11T14:28:50Z"));
        assertThat(road.receivedAt()).isEqualTo(Pushes.ARRIVED);
        assertThat(road.place()).isEqualTo("城东分拣中心");
    }

    @Test
    void aCorrectedCourierIsTheNewOneAndTheOldOneIsSaid() {
        String push = push("zhongtong", "zt-1", "0", newestFirst);

        ParcelReport report =
                accepted(corrected(push, "zhongtong", "yuantong")).reports().getFirst();

        assertThat(report.parcel()).isEqualTo(ParcelId.of("YTO", "ZT-1"));
        assertThat(report.correctedFrom()).isEqualTo(new CourierCode("ZTO"));
        assertThat(report.scans()).hasSize(5);
    }

    @Test
    void aCorrectionIsNewsWithoutAnyLine() {
        String push = push("yuantong", "zt-1", "0");

        ParcelReport report =
                accepted(corrected(push, "zhongtong", "yuantong")).reports().getFirst();

        assertThat(report.isNews()).isTrue();
        assertThat(accepted(push).reports().getFirst().isNews()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', yuantong", "zhongtong, ''", "yuantong, yuantong", "'?!', yuantong"})
    void whatNamesNoOtherCourierCorrectsNothing(String comOld, String comNew) {
        String push = push("yuantong", "zt-1", "0", newestFirst);

        ParcelReport report = accepted(corrected(push, comOld, comNew)).reports().getFirst();

        assertThat(report.parcel()).isEqualTo(ParcelId.of("YTO", "ZT-1"));
        assertThat(report.correctedFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "polling, '', POLLING",
        "shutdown, '', SHUTDOWN",
        "updateall, '', UPDATEALL",
        "abort, 3天查询无记录, ABORT_NO_RECORD",
        "abort, 60天无变化, ABORT_NO_CHANGE",
        "abort, 30天无变化时, ABORT_NO_CHANGE",
        "abort, '', ABORT",
        "ABORT, other words, ABORT",
        "paused, '', OTHER",
    })
    void howTheSubscriptionStandsIsSaid(String status, String message, Subscription expected) {
        String push =
                push("zhongtong", "zt-1", "0")
                        .replace("\"status\":\"polling\"", "\"status\":\"" + status + "\"")
                        .replaceFirst("\"message\":\"\"", "\"message\":\"" + message + "\"");

        assertThat(accepted(push).subscription()).isEqualTo(expected);
    }

    @Test
    void whereNothingIsSaidOfTheSubscriptionNothingIsKnown() {
        assertThat(accepted("{\"lastResult\":{\"com\":\"jd\",\"nu\":\"j1\"}}").subscription())
                .isNull();
    }

    @Test
    void noPhoneAndNoNameLeavesTheDecoder() {
        Accepted accepted = accepted(push("zhongtong", "zt-1", "0", newestFirst));

        assertThat(accepted.scans().toString()).doesNotContain("13900001111").doesNotContain("薛某");
    }

    @Test
    void newestFirstAndOldestFirstAreTheSameScans() {
        assertThat(accepted(push("zhongtong", "zt-1", "0", reversed(newestFirst))).scans())
                .containsExactlyInAnyOrderElementsOf(
                        accepted(push("zhongtong", "zt-1", "0", newestFirst)).scans());
    }

    @Test
    void theOverallStateIsNotRead() {
        assertThat(accepted(push("zhongtong", "zt-1", "3", newestFirst[3])).scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.COLLECTED);
        assertThat(accepted(push("zhongtong", "zt-1", "304", newestFirst[3])).scans()).hasSize(1);
    }

    @Test
    void aPushWithoutCodesIsUnderstoodByItsWords() {
        Accepted accepted =
                accepted(
                        push(
                                "shentong",
                                "221",
                                "3",
                                words("2026-11-12 11:20:53", "已签收,签收人是门卫签收"),
                                words("2026-11-12 08:32:30", "城南公司 的派件员 某某 正在派件"),
                                words("2026-11-12 08:17:06", "快件已到达城南公司"),
                                words("2026-11-12 00:11:24", "由城北公司 发往 城南公司"),
                                words("2026-11-11 20:11:24", "【城北公司】揽件扫描")));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.SIGNED,
                        ScanKind.OUT_FOR_DELIVERY,
                        ScanKind.ARRIVED,
                        ScanKind.DEPARTED,
                        ScanKind.COLLECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "shunfeng, SF", "ZHONGTONG, ZTO", "yuantong, YTO", "shentong, STO", "yunda, YUNDA",
        "jtexpress, JT", "jd, JD", "ems, EMS", "youzhengguonei, POST", "debangwuliu, DEPPON",
        "huitongkuaidi, HUITONGKUAIDI",
    })
    void couriersHaveOurCodes(String theirs, String ours) {
        assertThat(
                        accepted(push(theirs, "n1", "0"))
                                .reports()
                                .getFirst()
                                .parcel()
                                .courier()
                                .value())
                .isEqualTo(ours);
    }

    @Test
    void aLineWhoseTimeIsMissingTakesTheFormattedOne() {
        String line =
                "{\"time\":null,\"ftime\":\"2026-11-11"
                        + " 20:00:00\",\"context\":\"已揽收\",\"status\":null}";

        assertThat(accepted(push("jd", "j1", "0", line)).scans())
                .singleElement()
                .extracting(Scan::happenedAt)
                .isEqualTo(Instant.parse("2026-11-11T12:00:00Z"));
    }

    @Test
    void aLineMayLieFiveMinutesAheadAndNoMore() {
        String just = words("2026-11-12 12:05:00", "已揽收");
        String beyond = words("2026-11-12 12:05:01", "已到达");

        Accepted accepted = accepted(push("jd", "j1", "0", just, beyond));

        assertThat(accepted.scans()).hasSize(1);
        assertThat(accepted.passedOver()).containsExactly(PassedOver.IN_THE_FUTURE);
    }

    @Test
    void aPushOfLinesAheadOfItsArrivalOnlyIsADeadLetterThatSaysSo() {
        String beyond = words("2026-11-12 12:05:01", "已到达");

        assertThat(decode(push("jd", "j1", "0", beyond, words("none", "已揽收"))))
                .isEqualTo(rejected(Reason.IN_THE_FUTURE));
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01 00:00:00",
        "1999-12-31 23:59:59",
        "2100-01-01 12:00:00",
        "9999-12-31 23:59:59",
        "-2026-11-11 01:00:00",
        "+999999999-01-01 00:00:00",
        "2026-11-11 24:00:00",
    })
    void aTimeThatCannotBeIsNone(String time) {
        assertThat(accepted(push("jd", "j1", "0", words(time, "已揽收"), newestFirst[3])).passedOver())
                .containsExactly(PassedOver.NO_TIME);
    }

    @Test
    void moreLinesThanAllowedAreADeadLetter() {
        Kuaidi100 narrow =
                new Kuaidi100(Told.LIMITS, ZoneId.of("Asia/Shanghai"), newestFirst.length);
        String[] oneMore = Arrays.copyOf(newestFirst, newestFirst.length + 1);
        oneMore[newestFirst.length] = newestFirst[0];

        assertThat(narrow.decode(webhook(signed(push("jd", "j1", "0", newestFirst)))))
                .isInstanceOf(Accepted.class);
        assertThat(narrow.decode(webhook(signed(push("jd", "j1", "0", oneMore)))))
                .isEqualTo(new Rejected(Reason.TOO_MANY_LINES, "more than 5 lines"));
    }

    @Test
    void jsonBeyondItsLimitsIsADeadLetter() {
        String deep = "{\"lastResult\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String unclosed = "{\"a\":".repeat(100_000);
        String longText = push("jd", "j1", "0", words("2026-11-11 01:00:00", "字".repeat(300_000)));
        String longNumber = "{\"status\":" + "1".repeat(100_000) + "}";

        for (String hostile : List.of(deep, unclosed, longText, longNumber)) {
            Webhook webhook = webhook(Pushes.form(hostile, ""));
            assertThat(kuaidi100.decode(webhook)).isEqualTo(rejected(Reason.JSON_LIMITS));
            assertThat(kuaidi100.parcelOf(webhook))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            known -> assertThat(known).contains(ParcelId.of("JD", "J1")));
        }
    }

    @Test
    void aPushOfBadLinesOnlyIsADeadLetterAndOneGoodLineSavesIt() {
        String bad = words("2026-02-30 12:00:00", "已揽收");
        assertThat(decode(push("jd", "j1", "0", bad))).isEqualTo(rejected(Reason.NO_USABLE_SCAN));

        Accepted accepted =
                accepted(push("jd", "j1", "0", bad, words("2026-11-11 01:00:00", "已到达")));
        assertThat(accepted.scans()).hasSize(1);
        assertThat(accepted.passedOver()).containsExactly(PassedOver.NO_TIME);
    }

    @Test
    void theProvidersOwnRemarkOnASilenceIsNoScan() {
        Accepted accepted =
                accepted(
                        push(
                                "jd",
                                "j1",
                                "202",
                                node("2026-11-12 10:00:00", "快件超过时限", "202", "超时未更新")));

        assertThat(accepted.scans()).isEmpty();
        assertThat(accepted.passedOver()).containsExactly(PassedOver.REMARK);
    }

    @Test
    void anAbortWithoutLinesIsUnderstoodAndSaysNothing() {
        String abort =
                """
                {"status":"abort","message":"3天查询无记录","lastResult":{"com":"jd","nu":"J1","data":[]}}\
                """;

        assertThat(accepted(abort).scans()).isEmpty();
    }

    @Test
    void linesOfTheCourierAbroadBelongToTheSameParcel() {
        String both =
                """
                {"status":"polling","lastResult":{"com":"ems","nu":"E1","data":[%s]},
                "destResult":{"com":"usps","nu":"X9","data":[%s]}}\
                """
                        .formatted(
                                words("2026-11-11 01:00:00", "已揽收"),
                                words("2026-11-11 03:00:00", "已到达"));

        Accepted accepted = accepted(both);
        assertThat(accepted.reports().getFirst().parcel()).isEqualTo(ParcelId.of("EMS", "E1"));
        assertThat(accepted.scans()).hasSize(2);
    }

    @Test
    void whatCannotBeUnderstoodHasAReason() {
        assertThat(decode("{\"status\":\"abort\"}")).isEqualTo(rejected(Reason.NO_RESULT));
        assertThat(decode("[]")).isEqualTo(rejected(Reason.NOT_JSON));
        assertThat(decode("{\"lastResult\":{\"nu\":\"1\"")).isEqualTo(rejected(Reason.NOT_JSON));
        assertThat(decode(push("", "1", "0"))).isEqualTo(rejected(Reason.BAD_PARCEL));
        assertThat(decode(push("jd", "no waybill", "0"))).isEqualTo(rejected(Reason.BAD_PARCEL));
        assertThat(reasonOf("open", "param".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf("open", "param=%zz".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.BAD_FORM);
        assertThat(reasonOf("open", new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reasonOf("open", new byte[(1 << 20) + 1])).isEqualTo(Reason.TOO_LARGE);
        assertThat(reasonOf("nobody", signed("{}"))).isEqualTo(Reason.UNKNOWN_ACCOUNT);
    }

    @Test
    void aSignatureCoversTheExactText() {
        String param = push("jd", "j1", "0");
        assertThat(reasonOf("main", Pushes.form(param, Signature.of(param + " ", Pushes.SALT))))
                .isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(reasonOf("main", Pushes.form(param, Signature.of(param, "another"))))
                .isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(reasonOf("main", Pushes.form(param, ""))).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(
                        providers.decode(
                                "kuaidi100",
                                webhook(Pushes.form(param, Signature.of(param, "old")))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void theAnswerIsTheOneTheProviderWants() {
        assertThat(kuaidi100.answer(Outcome.TAKEN, webhook(new byte[0])).body())
                .isEqualTo("{\"result\":true,\"returnCode\":\"200\",\"message\":\"成功\"}");
        assertThat(kuaidi100.answer(Outcome.NOT_WRITTEN, webhook(new byte[0])).body())
                .startsWith("{\"result\":false,\"returnCode\":\"500\"");
    }

    @Test
    void theProvidersOwnSamplesAreUnderstoodWherePresent() throws IOException {
        assumeThat(SAMPLES).isDirectory();

        String param = Files.readString(SAMPLES.resolve("jd_304_masked_resigned.param.json"));
        String vector = Files.readString(SAMPLES.resolve("jd_304_masked_resigned.sign.txt"));
        assertThat(vector).contains("sign=" + Signature.of(param, "123"));
        assertThat(((Accepted) kuaidi100.decode(webhook(Pushes.form(param, "")))).scans())
                .extracting(Scan::kind)
                .containsExactly(
                        ScanKind.SIGNED,
                        ScanKind.OUT_FOR_DELIVERY,
                        ScanKind.DEPARTED,
                        ScanKind.DEPARTED,
                        ScanKind.ARRIVED);

        for (String name :
                List.of(
                        "shentong_221014000145_out_of_order.json",
                        "shunfeng_V030344422_official_doc.json",
                        "zhongtong_735587678765_minimal_push.json")) {
            String sample = Files.readString(SAMPLES.resolve(name));
            Accepted accepted = (Accepted) kuaidi100.decode(webhook(Pushes.form(sample, "")));
            assertThat(accepted.scans()).as(name).isNotEmpty();
            assertThat(accepted.passedOver()).as(name).isEmpty();
        }
    }

    private static Rejected rejected(Reason reason) {
        return switch (reason) {
            case NO_RESULT -> new Rejected(reason, "no lastResult");
            case NOT_JSON -> new Rejected(reason, "param is no JSON object");
            case BAD_PARCEL -> new Rejected(reason, "no courier and waybill");
            case IN_THE_FUTURE -> new Rejected(reason, "no line happened before it arrived");
            case JSON_LIMITS -> new Rejected(reason, "param is nested too deeply or too long");
            case NO_USABLE_SCAN -> new Rejected(reason, "first: no-time");
            default -> throw new IllegalArgumentException(reason.label());
        };
    }

    private Reason reasonOf(String account, byte[] body) {
        return ((Rejected)
                        providers.decode(
                                "kuaidi100", new Webhook(account, Map.of(), body, Pushes.ARRIVED)))
                .reason();
    }

    private Accepted accepted(String param) {
        return (Accepted) decode(param);
    }

    private Decoded decode(String param) {
        return providers.decode("kuaidi100", webhook(signed(param)));
    }
}
