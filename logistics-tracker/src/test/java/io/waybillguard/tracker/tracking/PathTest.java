package io.waybillguard.tracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.types.ParcelId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTest {

    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource({
        "A, B, false",
        "A B C, D, false",
        "A B, A, false",
        "B A, B, true",
        "B C A, B, true",
        "A C B, C, true",
        "C A B, C, false",
        "C A B C A, B, true",
        "B A C, A, false",
    })
    void aWordThatGoesInACircleEndsAtTheFirstByItsId(String been, String next, boolean ends) {
        Path path = new Path(Stream.of(been.split(" ")).map(PathTest::parcel).toList());

        assertThat(path.endsBefore(parcel(next))).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({"31, false", "32, true"})
    void aWordThatCameTooFarEndsAnywhere(int length, boolean ends) {
        Path path = new Path(List.of());
        for (int i = 0; i < length; i++) {
            path = path.to(parcel("X" + i));
        }

        assertThat(path.endsBefore(parcel("Y"))).isEqualTo(ends);
    }

    private static ParcelId parcel(String waybill) {
        return ParcelId.of("ZTO", waybill);
    }
}
