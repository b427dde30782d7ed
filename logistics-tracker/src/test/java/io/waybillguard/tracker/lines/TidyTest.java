package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TidyTest {

    @Test
    void severalSpacesOfAnyKindAreOne() {
        assertThat(Tidy.text(" \t快件 \u3000\u00a0\r\n已签收\u2003")).isEqualTo("快件 已签收");
    }

    @Test
    void whatNobodySeesIsLeftOut() {
        assertThat(Tidy.text("已\u200b签\u202e收\u0000\ufeff")).isEqualTo("已签收");
    }

    @Test
    void halfACharacterIsLeftOutAndNoneIsCutInTwo() {
        assertThat(Tidy.text("a\ud83db\ude00c")).isEqualTo("abc");
        assertThat(Tidy.text("ab😀", 3)).isEqualTo("ab");
        assertThat(Tidy.text("ab😀", 4)).isEqualTo("ab😀");
    }

    @Test
    void wideDigitsAreDigits() {
        assertThat(Tidy.text("０１２９")).isEqualTo("0129");
    }

    @Test
    void aTextIsNeverLongerThanAllowed() {
        assertThat(Tidy.text("字".repeat(1 << 20))).hasSize(Tidy.LONGEST);
        assertThat(Tidy.text("字 ".repeat(3), 4)).isEqualTo("字 字");
        assertThat(Tidy.text(" ".repeat(1 << 20) + "字")).isEqualTo("字");
    }
}
