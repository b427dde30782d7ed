package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePortsAreConsecutiveAndBelowThoseOfOutgoingConnections() {
        Ports ports = Ports.free(new Random(7));

        assertThat(Arrays.stream(Port.values()).map(ports::of))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= ports.base() && port < ports.base() + 9)
                .allMatch(port -> port >= 20_000 && port < 32_768);
    }

    @Test
    void freePortsAvoidThoseInUse() throws Exception {
        Ports wouldBe = Ports.free(new Random(7));
        try (ServerSocket taken = listenOn(wouldBe.of(Port.CHANNEL))) {
            Ports ports = Ports.free(new Random(7));

            assertThat(Arrays.stream(Port.values()).map(ports::of))
                    .doesNotContain(taken.getLocalPort());
        }
    }

    @Test
    void fixedPortsThatAreInUseAreNamed() throws Exception {
        Ports free = Ports.free(new Random());
        assertThat(Ports.fixed(free.base())).isEqualTo(free);

        try (ServerSocket taken = listenOn(free.of(Port.BROKER))) {
            assertThatThrownBy(() -> Ports.fixed(free.base()))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("[" + taken.getLocalPort() + "]");
        }
    }

    @Test
    void portsMustAllBePorts() {
        assertThat(new Ports(1024).of(Port.ORDERS)).isEqualTo(1024);
        assertThat(new Ports(65_527).of(Port.CONTROLLER)).isEqualTo(65_535);
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(1023));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(65_528));
    }

    private static ServerSocket listenOn(int port) throws Exception {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
