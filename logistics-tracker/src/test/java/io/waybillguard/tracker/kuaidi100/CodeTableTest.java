package io.waybillguard.tracker.kuaidi100;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.kuaidi100.LineDecoder.Line;
import io.waybillguard.tracker.kuaidi100.Push.Node;
import io.waybillguard.tracker.provider.Arrival;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTableTest {

    private final LineDecoder decoder =
            new LineDecoder(ZoneId.of("Asia/Shanghai"), new Arrival(Duration.ofMinutes(5)));

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
        for (Node line : new Node[] {line("单号记录", name, code), line("单号记录", name, "")}) {
            Line decoded = decoder.decode(line, Pushes.ARRIVED);
            if (kind == null) {
                assertThat(decoded).isInstanceOf(Line.Passed.class);
            } else {
                Scan scan = ((Line.Told) decoded).scan();
                assertThat(scan.kind()).isEqualTo(kind);
                assertThat(scan.evidence()).isEqualTo(ScanEvidence.CODE);
                assertThat(String.valueOf(scan.reason())).isEqualTo(String.valueOf(reason));
                assertThat(String.valueOf(scan.signedBy())).isEqualTo(String.valueOf(signedBy));
            }
        }
    }

    @Test
    void theTestNamesEveryRow() {
        assertThat(CodeTable.ROWS).hasSize(36);
    }

    @Test
    void aCodeIsNoPrefixOfAnother() {
        assertThat(CodeTable.find("10", "").kind()).isEqualTo(ScanKind.CUSTOMS);
        assertThat(CodeTable.find("1", "").kind()).isEqualTo(ScanKind.COLLECTED);
        assertThat(CodeTable.find("100", "")).isNull();
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
        Scan scan = ((Line.Told) decoder.decode(line(words, "在途", code), Pushes.ARRIVED)).scan();

        assertThat(scan.kind()).isEqualTo(kind);
        assertThat(scan.evidence()).isEqualTo(ScanEvidence.TEXT);
        assertThat(scan.code()).isEqualTo(code);
    }

    @Test
    void aCodeThatDoesNotLagWinsOverWords() {
        Scan scan =
                ((Line.Told) decoder.decode(line("快件已由小区驿站代收", "投柜或站签收", "304"), Pushes.ARRIVED))
                        .scan();

        assertThat(scan.kind()).isEqualTo(ScanKind.SIGNED);
        assertThat(scan.evidence()).isEqualTo(ScanEvidence.CODE);
    }

    @Test
    void anUnknownCodeLeavesTheWords() {
        Scan known = ((Line.Told) decoder.decode(line("已揽收", "", "777"), Pushes.ARRIVED)).scan();
        Scan unknown = ((Line.Told) decoder.decode(line("某某", "", "777"), Pushes.ARRIVED)).scan();

        assertThat(known.kind()).isEqualTo(ScanKind.COLLECTED);
        assertThat(unknown.kind()).isEqualTo(ScanKind.OTHER);
    }

    private static Node line(String words, String status, String code) {
        return new Node(words, "2026-11-11 12:00:00", "", status, code, "");
    }
}
