package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static final List<Pattern> PATTERNS =
            Stream.of(Words.PATTERNS, Statement.PATTERNS, Masking.PATTERNS)
                    .flatMap(List::stream)
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "拒收|拒签, 已拒, false",
        "拒收|拒签, 签名拒, true",
        "(?:派送|派件)(异常|失败), 派送成功, false",
        "(?:派送|派件)(异常|失败), 败失送派, true",
        "取件?码, 码取, true",
        "取件?码, 件码, false",
        "a{2}b{0;3}, a, true",
        "a{2}b{0;3}, b, false",
        "[甲乙]丙, 丙, false",
        "[甲乙]丙, 甲, false",
        "[甲乙]丙, 丙甲, true",
        "[一-乙]丙, 丙, true",
        "[^甲]丙, 丙, true",
        "[甲\\]]丙, 丙, true",
        "(?<!待)签(?!前), 签, true",
        "(?<=由)签(?=收|名), 签收, false",
        "(?<=由)签(?=收|名), 由签名, true",
        "路\\d, 路5, true",
        "路\\d, 路, false",
        "路(?:1|二), 路9, true",
        "'甲*+乙+?', 乙, true",
        "'甲*+乙+?', 甲, false",
        "\\p{IsHan}。, 。, true",
        "\\*, *, true",
        "\\*, 。, false",
    })
    void aTextWithoutTheLettersIsNotTried(String regex, String text, boolean tried) {
        Search search = Search.of(regex.replace(';', ','));

        assertThat(search.mayBeIn(Letters.of(text))).isEqualTo(tried);
    }

    /** What a pattern finds is found by its search, in whatever lines its own pieces make. */
    @Test
    void noFindIsLost() {
        Random random = new Random(11);
        List<String> pieces = PATTERNS.stream().flatMap(SearchTest::pieces).distinct().toList();
        int finds = 0;
        for (int line = 0; line < 4_000; line++) {
            String text =
                    IntStream.range(0, 1 + random.nextInt(8))
                            .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                            .reduce("", String::concat);
            for (Pattern pattern : PATTERNS) {
                if (pattern.matcher(text).find()) {
                    finds++;
                    assertThat(Search.of(pattern.pattern()).mayBeIn(Letters.of(text)))
                            .as("%s in %s", pattern, text)
                            .isTrue();
                }
            }
        }
        assertThat(finds).isGreaterThan(5_000);
    }

    @Test
    void everyPatternLooksAtLettersFirst() {
        assertThat(PATTERNS)
                .filteredOn(pattern -> Search.of(pattern.pattern()).mayBeIn(Letters.of("")))
                .isEmpty();
    }

    @Test
    void aGroupThatSetsFlagsIsRefused() {
        assertThatThrownBy(() -> Search.of("(?i)a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(?i)a");
    }

    private static Stream<String> pieces(Pattern pattern) {
        return Stream.of(pattern.pattern().split("[^\\p{IsHan}\\d]+", -1))
                .filter(piece -> !piece.isEmpty());
    }
}
