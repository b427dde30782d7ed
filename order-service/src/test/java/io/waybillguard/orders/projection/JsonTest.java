package io.waybillguard.orders.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "\0\0",
                "a\0b",
                "\\\0",
                "\\\\\0",
                "\0\\u0000",
                "\\u0000",
                "\\\\u0000",
                "\\\\\\u0000\0\\"
            })
    void onlyNulIsLeftOut(String text) {
        String json = Json.of(text);
        assertThat(EventJson.mapper().readValue(json, String.class))
                .isEqualTo(text.replace("\0", ""));
    }
}
