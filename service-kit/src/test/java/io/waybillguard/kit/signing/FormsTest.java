package io.waybillguard.kit.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    @ParameterizedTest
    @CsvSource({
        "a=1&b=2, 1",
        "a=b+c%2B, b c+",
        "a=%E6%88%90%e9%83%bd, 成都",
        "a=成都, 成都",
        "a=x=y, x=y",
        "&&a=1&, 1",
        "%61=1, 1",
    })
    void fieldsAreDecoded(String text, String a) {
        assertThat(Forms.firstOfEach(text)).containsEntry("a", a);
        assertThat(Forms.lastOfEach(text)).containsEntry("a", a);
    }

    @Test
    void ofAFieldThatComesTwiceEitherIsTold() {
        assertThat(Forms.firstOfEach("b=0&a=1&a=2")).isEqualTo(Map.of("a", "1", "b", "0"));
        assertThat(Forms.lastOfEach("b=0&a=1&a=2")).isEqualTo(Map.of("a", "2", "b", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=1", "a"})
    void whatHasNoNameIsPassedOver(String text) {
        assertThat(Forms.firstOfEach(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz"})
    void aBrokenEscapeIsAnError(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Forms.lastOfEach(text));
    }
}
