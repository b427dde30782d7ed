package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignMaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Delivered, signed for by: J. SMITH | Delivered, signed for by: ***",
                "Signed by Anna-Lena O'Brien | Signed by ***",
                "RECEIVED BY PEDRO GÓMEZ. Porch | RECEIVED BY ***",
                "Recipient: Li Wei, left at door | Recipient: ***, left at door",
                "Driver name: Bob | Driver name: ***",
                "Ask john.doe@example.co.uk please | Ask *** please",
                "Call +49 (0)170 1234567 now | Call *** now",
                "Reach us at (555) 123-4567 | Reach us at ***",
                "Tel. 0170 1234567 | Tel. ***",
                "Left with koSUtoko at gate | Left with *** at gate",
            })
    void noNameAndNoPhoneIsLeft(String line, String masked) {
        assertThat(ForeignMasking.mask(line, List.of("KOSUTOKO", "", "x"))).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received by carrier",
                "Accepted by the local post office",
                "Shipment 1234567890123 departed 2024-08-02 18:35",
                "Item RR123456789CN in transit",
                "Contact the courier",
                "Phone support does not know",
                "Signed",
                "【深圳市】快件已签收",
                "ZIP 32809-1234",
            })
    void whatIsNobodysStays(String line) {
        assertThat(ForeignMasking.mask(line, List.of())).isEqualTo(line);
    }

    @Test
    void aLongLineTakesNoTime() {
        for (String piece :
                List.of("a", "signed by ", "+1 ", "1", "a.", "a@", "tel ", "é ", "\\E", "(1) ")) {
            String line = piece.repeat(200_000 / piece.length());
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> ForeignMasking.mask(line, List.of("a b", "\\E(")));
        }
    }
}
