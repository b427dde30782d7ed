package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisedTest {

    /** As Kafka Streams tells it to the other instances. */
    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3:8081", "tracker-0.tracker.shop:80", "[fd00::5]:8081"})
    void anAddressReadIsTheAddressWrittenAndTheOneTold(String text) {
        Advertised address = Advertised.of(text);

        assertThat(address).hasToString(text);
        assertThat(HostInfo.buildFromEndpoint(address.toString()))
                .isEqualTo(new HostInfo(address.host(), address.port()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:", ":80", "host:70000", "http//host"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> Advertised.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAPortThereIsNothingToReach() {
        assertThat(Advertised.NOWHERE.isReachable()).isFalse();
        assertThat(new Advertised("host", 80).isReachable()).isTrue();
    }
}
