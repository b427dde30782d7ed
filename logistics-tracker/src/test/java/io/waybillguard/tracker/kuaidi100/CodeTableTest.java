package io.waybillguard.tracker.kuaidi100;

import static io.waybillguard.tracker.kuaidi100.Pushes.node;
import static io.waybillguard.tracker.kuaidi100.Pushes.push;
import static io.waybillguard.tracker.kuaidi100.Pushes.signed;
import static io.waybillguard.tracker.kuaidi100.Pushes.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Told;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTableTest {

    private final Kuaidi100 kuaidi100 =
            new Kuaidi100(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 1000);

    /** Every code of the provider's table, on a line whose words say nothing. */
    @ParameterizedTest(name = "{0} {1} is {2} {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 揽收, COLLECTED, -, -",
                "101, 已下单, ORDERED, -, -",
                "102, 待揽收, ORDERED, -, -",
                "103, 已揽收, COLLECTED, -, -",
                "0, 在途, ARRIVED, -, -",
                "1001, 到达派件城市, AT_DESTINATION, -, -",
                "1002, 干线, DEPARTED, -, -",
                "1003, 转递, REDIRECTED, -, -",
                "5, 派件, OUT_FOR_DELIVERY, -, -",
                "501, 投柜或驿站, STORED, -, -",
                "3, 签收, SIGNED, -, UNKNOWN",
                "301, 本人签收, SIGNED, -, BUYER",
                "302, 派件异常后签收, SIGNED, -, UNKNOWN",
                "303, 代签, SIGNED, -, OTHER_PERSON",
                "304, 投柜或站签收, SIGNED, -, LOCKER_OR_STATION",
                "6, 退回, RETURNING, -, -",
                "4, 退签, RETURNED, -, -",
                "401, 已销单, CANCELLED, -, -",
                "14, 拒签, REFUSED, -, -",
                "7, 转投, REDIRECTED, -, -",
                "2, 疑难, PROBLEM, OTHER, -",
                "201, 超时未签收, -, -, -",
                "202, 超时未更新, -, -, -",
                "203, 拒收, REFUSED, -, -",
                "204, 派件异常, DELIVERY_FAILED, OTHER, -",
                "205, 柜或驿站超时未取, PROBLEM, UNCLAIMED, -",
                "206, 无法联系, PROBLEM, UNREACHABLE, -",
                "207, 超区, PROBLEM, OUT_OF_ZONE, -",
                "208, 滞留, PROBLEM, HELD, -",
                "209, 破损, PROBLEM, DAMAGED, -",
                "210, 销单, CANCELLED, -, -",
                "8, 清关, CUSTOMS, -, -",
                "10, 待清关, CUSTOMS, -, -",
                "11, 清关中, CUSTOMS, -, -",
                "12, 已清关, CUSTOMS, -, -",
                "13, 清关异常, PROBLEM, HELD, -",
            })
    void everyCodeIsUnderstood(
            String code, String name, ScanKind kind, String reason, String signedBy) {
        for (String line : List.of(line("单号记录", name, code), line("单号记录", name, ""))) {
            Accepted decoded = decode(line);
            if (kind == null) {
                assertThat(decoded.passedOver()).containsExactly(PassedOver.REMARK);
            } else {
                Scan scan = decoded.scans().getFirst();
                assertThat(scan.kind()).isEqualTo(kind);
                assertThat(scan.evidence()).isEqualTo(ScanEvidence.CODE);
                assertThat(scan.code()).isEqualTo(code);
                assertThat(String.valueOf(scan.reason())).isEqualTo(String.valueOf(reason));
                assertThat(String.valueOf(scan.signedBy())).isEqualTo(String.valueOf(signedBy));
            }
        }
    }

    @Test
    void theTestNamesEveryRow() {
        assertThat(CodeTable.CODES.rows()).hasSize(36);
    }

    @Test
    void aCodeIsNoPrefixOfAnother() {
        assertThat(CodeTable.CODES.find("10").kind()).isEqualTo(ScanKind.CUSTOMS);
        assertThat(CodeTable.CODES.find("1").kind()).isEqualTo(ScanKind.COLLECTED);
        assertThat(CodeTable.CODES.find("100")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 您的快件正在派送中，请您准备签收, OUT_FOR_DELIVERY",
        "0, 【城西店】派件失败，收件人电话无人接听, DELIVERY_FAILED",
        "1002, 已签收，签收人是本人, SIGNED",
        "1002, 问题件：外包装破损, PROBLEM",
        "0, 快件已由小区驿站代收，请及时取件, STORED",
        "201, 【城西店】派件中, OUT_FOR_DELIVERY",
    })
    void clearWordsCountWhereTheCodeLags(String code, String words, ScanKind kind) {
        Scan scan = scan(line(words, "在途", code));

        assertThat(scan.kind()).isEqualTo(kind);
        assertThat(scan.evidence()).isEqualTo(ScanEvidence.TEXT);
        assertThat(scan.code()).isEqualTo(code);
    }

    @Test
    void aCodeThatDoesNotLagWinsOverWords() {
        Scan scan = scan(line("快件已由小区驿站代收", "投柜或站签收", "304"));

        assertThat(scan.kind()).isEqualTo(ScanKind.SIGNED);
        assertThat(scan.evidence()).isEqualTo(ScanEvidence.CODE);
    }

    @Test
    void anUnknownCodeLeavesTheWords() {
        Accepted known = decode(line("已揽收", "", "777"));
        Accepted unknown = decode(line("某某", "", "777"));

        assertThat(known.scans().getFirst().kind()).isEqualTo(ScanKind.COLLECTED);
        assertThat(unknown.scans().getFirst().kind()).isEqualTo(ScanKind.OTHER);
        assertThat(unknown.unknownCodes()).containsExactly("777");
    }

    /** A subscriber without finer codes gets the basic state only, as a code or by its name. */
    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @CsvSource({
        "1, 揽收, 商家已下单，等待揽收, ORDERED",
        "1, 揽收, 【城西】已揽收, COLLECTED",
        "1, 揽收, 已签收, COLLECTED",
        "5, 派件, 快件已存放至丰巢快递柜, STORED",
        "5, 派件, 【城西】派件中, OUT_FOR_DELIVERY",
        "5, 派件, 快件到达【城西】, OUT_FOR_DELIVERY",
        "4, 退签, 运单已取消, CANCELLED",
        "4, 退签, 收件人拒收, REFUSED",
        "4, 退签, 已签收, RETURNED",
        "2, 疑难, 收件人拒收, REFUSED",
        "2, 疑难, 派送失败：电话无人接听, DELIVERY_FAILED",
        "2, 疑难, 运单已取消, CANCELLED",
        "2, 疑难, 快件外包装破损, PROBLEM",
        "2, 疑难, 已签收, PROBLEM",
    })
    void wordsChooseInsideTheFamilyOfABasicState(
            String code, String name, String words, ScanKind kind) {
        for (String line : List.of(line(words, name, code), line(words, name, ""))) {
            assertThat(scan(line).kind()).isEqualTo(kind);
            assertThat(scan(line).evidence()).isEqualTo(ScanEvidence.CODE);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 疑难", "0, 在途", "201, 超时未签收", "'', ''"})
    void aRemarkOnASilenceIsNoScanWhateverTheState(String code, String name) {
        assertThat(decode(line("快件超时未签收", name, code)).passedOver())
                .containsExactly(PassedOver.REMARK);
    }

    private Scan scan(String line) {
        return decode(line).scans().getFirst();
    }

    private Accepted decode(String line) {
        return (Accepted) kuaidi100.decode(webhook(signed(push("jd", "j1", "0", line))));
    }

    private static String line(String words, String status, String code) {
        return node("2026-11-11 12:00:00", words, code, status);
    }
}
