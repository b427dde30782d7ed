package io.waybillguard.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Consecutive ports on 127.0.0.1, one for each {@link Port}.
 *
 * @param base the first
 * @throws IllegalArgumentException when they would not all be between 1024 and 65535
 */
record Ports(int base) {

    /**
     * Below what systems hand out to outgoing connections (32768 and up), so that none of the many
     * connections made while the platform starts takes a port that was free when it was picked.
     */
    private static final int FREE_FROM = 20_000;

    private static final int FREE_UNTIL = 32_000;
    private static final int TRIES = 100;

    Ports {
        if (base < 1024 || base + Port.values().length - 1 > 65_535) {
            throw new IllegalArgumentException("ports from " + base + " on cannot be used");
        }
    }

    /**
     * Ports nobody listens on.
     *
     * @throws StartFailed when none are found
     */
    static Ports free(RandomGenerator random) {
        for (int tries = 0; tries < TRIES; tries++) {
            Ports ports = new Ports(random.nextInt(FREE_FROM, FREE_UNTIL));
            if (ports.taken().isEmpty()) {
                return ports;
            }
        }
        throw new StartFailed("no " + Port.values().length + " consecutive free ports were found");
    }

    /**
     * Ports from {@code base} on.
     *
     * @throws StartFailed when one is taken
     */
    static Ports fixed(int base) {
        Ports ports = new Ports(base);
        List<Integer> taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new StartFailed("already in use on 127.0.0.1: port " + taken);
        }
        return ports;
    }

    int of(Port port) {
        return base + port.offset();
    }

    URI url(Port port) {
        return URI.create("http://127.0.0.1:" + of(port));
    }

    InetSocketAddress address(Port port) throws UnknownHostException {
        InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new InetSocketAddress(local, of(port));
    }

    private List<Integer> taken() {
        List<Integer> taken = new ArrayList<>();
        for (Port port : Port.values()) {
            if (isTaken(port)) {
                taken.add(of(port));
            }
        }
        return taken;
    }

    private boolean isTaken(Port port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
