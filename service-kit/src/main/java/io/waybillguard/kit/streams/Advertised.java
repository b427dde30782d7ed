package io.waybillguard.kit.streams;

import org.apache.kafka.common.utils.Utils;

/**
 * Under which address other instances of the service reach this one: each tells it to its group. A
 * service without a bean of this type tells none.
 *
 * @param host a name or an address; of IPv6 without brackets
 * @param port 0: nobody knows it, and no address is told
 * @throws IllegalArgumentException for a blank host, or a port over 65535 or below 0
 */
public record Advertised(String host, int port) {

    /** Not to be reached. */
    public static final Advertised NOWHERE = new Advertised("nowhere", 0);

    public Advertised {
        if (host.isBlank()) {
            throw new IllegalArgumentException("an advertised address needs a host");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }

    /**
     * Reads {@code host:port}, or {@code [host]:port} for IPv6.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Advertised of(String text) {
        String host = Utils.getHost(text);
        Integer port = Utils.getPort(text);
        if (host == null || port == null) {
            throw new IllegalArgumentException("not host:port: " + text);
        }
        return new Advertised(host, port);
    }

    boolean isReachable() {
        return port > 0;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
