package io.waybillguard.tracker.kuaidi100;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @ParameterizedTest
    @CsvSource({
        "param=a&sign=b, a, b",
        "sign=b&param=a, a, b",
        "other=1&param=%7B%22a%22%3A1%7D, '{\"a\":1}', ''",
        "param=a+b%2Bc, a b+c, ''",
        "param=%E6%88%90%e9%83%bd, 成都, ''",
        "param=成都, 成都, ''",
        "param=a=b, a=b, ''",
        "param=a&&sign=b&, a, b",
        "param=a&param=b, b, ''",
    })
    void theTwoFieldsAreDecoded(String body, String param, String sign) {
        assertThat(read(body)).isEqualTo(new Form(param, sign));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "sign=b",
                "param",
                "aparam=1",
                "param=%",
                "param=%4",
                "param=%4g",
                "param=a&sign=%é0",
                "{\"param\":1}"
            })
    void whatIsNoFormWithAParamIsNone(String body) {
        assertThat(read(body)).isNull();
    }

    @Test
    void whatTheLibraryWouldDecodeIsDecodedTheSame() {
        Random random = new Random(5);
        for (int form = 0; form < 20_000; form++) {
            String text =
                    random.ints(random.nextInt(30), 1, 0x30_000)
                            .filter(letter -> Character.getType(letter) != Character.SURROGATE)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

            assertThat(Objects.requireNonNull(read("param=" + encoded)).param())
                    .isEqualTo(URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    private static @Nullable Form read(String body) {
        return Form.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
