package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.types.CourierCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourierNamesTest {

    private final CourierNames names = new CourierNames(Map.of("zto-express", "ZTO"));

    @ParameterizedTest
    @CsvSource({
        "zto-express, ZTO",
        "' ZTO-Express ', ZTO",
        "fedex, FEDEX",
        "DHL Express (AU), DHL-EXPRESS-AU",
        "dhl_paket, DHL_PAKET",
        "3011, 3011",
        "a-very-long-name-of-a-courier-abroad, A-VERY-LONG-NAME-OF-A-COURIER-AB",
        "(x) y, X-Y",
    })
    void everyNameBecomesACode(String name, String code) {
        assertThat(names.of(name)).isEqualTo(code);
        assertThat(new CourierCode(names.of(name)).value()).isEqualTo(code);
    }

    @Test
    void aNameThatCannotBeOneIsNone() {
        assertThat(names.of("顺丰")).isEmpty();
        assertThat(names.of(" ")).isEmpty();
        assertThat(names.of("(")).isEmpty();
    }
}
