package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.LineMeanings.Said;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final LineMeanings MEANINGS =
            new LineMeanings(
                    StatusTable.of("test", StatusTable.Row.code("S", "签收", ScanKind.SIGNED)));

    private final Remembered remembered = new Remembered(MEANINGS, 100_000);

    @Test
    void whatIsRememberedIsWhatWouldBeRead() {
        List<Said> lines =
                List.of(
                        new Said("S", "", "已签收", "成都"),
                        new Said("", "", "已签收", "成都"),
                        new Said("", "S", "已签收", "成都"),
                        new Said("S", "", "已签收，电话13800000001", "成都"),
                        new Said("S", "", "已签收", ""),
                        new Said("", "", "超时未更新", ""));

        for (Said line : lines) {
            assertThat(remembered.of(line)).as("%s", line).isEqualTo(MEANINGS.of(line));
            assertThat(remembered.of(line)).as("%s", line).isEqualTo(MEANINGS.of(line));
        }
        assertThat(remembered.size()).isEqualTo(lines.size());
    }

    @Test
    void aLineIsThoughtAboutOnce() {
        Said line = new Said("S", "", "已签收", "成都");

        assertThat(remembered.of(line)).isSameAs(remembered.of(line));
    }

    @Test
    void howMuchIsRememberedIsBounded() {
        IntStream.range(0, 10_000)
                .mapToObj(number -> new Said("S", "", "已签收" + number, ""))
                .forEach(remembered::of);

        assertThat(remembered.size()).isBetween(100L, 250L);
    }

    @Test
    void withoutMemoryEachLineIsReadAnew() {
        Remembered none = new Remembered(MEANINGS, 0);
        Said line = new Said("S", "", "已签收", "成都");

        assertThat(none.of(line)).isEqualTo(MEANINGS.of(line));
        assertThat(none.size()).isZero();
    }
}
