package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.tracker.lines.LineReader.Line;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.LineLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are made to keep a pattern busy. */
class HostileTextTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");

    /** Far more than any line costs, and far less than the square of its length. */
    private static final int MOST_READS_A_CHARACTER = 500;

    private static final List<Pattern> PATTERNS =
            Stream.of(Words.PATTERNS, Statement.PATTERNS, Brackets.PATTERNS, Masking.PATTERNS)
                    .flatMap(List::stream)
                    .toList();

    static Stream<String> pieces() {
        return Stream.of(
                " ", "【", "[ ", "【 ", "【】", "】", "【a", "1", "1 ", "1-", "139", "86 ", "0571-", "*",
                "电话", "电话是", "电话:", "取件码：", "签收人", "签收人：", "收件人姓名", "由", "由张", "的", "请", "如遇", "若",
                "待", "未", "将", "预计", "等待签", "正在", "派送", "派送中", "到达", "已到", "驿站", "暂存", "订单", "转交",
                "已暂存", "签收", "超市物流", "退货处理", "路1", "路", "1栋", "1栋1", "地址：", "地址是", "中转", "分拨", "字",
                "a", "张三 ", "发往中转站", "(0", "(((", "😀", "\ud83d", "\u200b");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aMebibyteIsReadLikeTheFirstTwoThousandCharacters(String piece) {
        String text = piece.repeat(MEBIBYTE / piece.length());
        LineReader reader =
                new LineReader(
                        StatusTable.of("test"), new LineLimits(new Arrival(Duration.ZERO), 0));

        Line line = reader.read(new CourierLine(NOON, text, text, text), NOON);

        if (line instanceof Line.Told(Scan scan, boolean unknownCode)) {
            assertThat(scan.text().length()).isLessThanOrEqualTo(500);
            assertThat(scan.code().length()).isLessThanOrEqualTo(64);
            assertThat(scan.place().length()).isLessThanOrEqualTo(40);
            assertThat(unknownCode).isEqualTo(!scan.code().isEmpty());
        }
        assertThat(Tidy.text(text).length()).isLessThanOrEqualTo(Tidy.LONGEST);
    }

    /** Work is counted, not timed: each pattern reads each character a bounded number of times. */
    @ParameterizedTest
    @MethodSource("pieces")
    void noPatternsWorkGrowsLikeTheSquareOfALine(String piece) {
        String text = Tidy.text(piece.repeat(Tidy.LONGEST));
        for (String line : List.of(text, text + "！", "1" + text)) {
            for (Pattern pattern : PATTERNS) {
                Counted counted = new Counted(line);
                Matcher matcher = pattern.matcher(counted);
                while (matcher.find()) {
                    matcher.end();
                }
                assertThat(counted.reads)
                        .as("%s on %s…", pattern, piece)
                        .isLessThanOrEqualTo(
                                (long) MOST_READS_A_CHARACTER * Math.max(1, line.length()));
            }
        }
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private long reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
