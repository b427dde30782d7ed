package io.waybillguard.tracker.lookup;

import io.waybillguard.kit.streams.Advertised;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Under which address this instance is reached when nobody told one. */
final class OwnAddress {

    private static final Logger log = LoggerFactory.getLogger(OwnAddress.class);

    private OwnAddress() {}

    /**
     * Where the server listens.
     *
     * @param bound null or a wildcard: at all addresses of the host
     * @param port 0: chosen only when the server starts, too late to be told
     */
    static Advertised of(@Nullable InetAddress bound, int port) {
        if (port <= 0) {
            log.warn("no port is set: other instances cannot ask this one for parcels");
            return Advertised.NOWHERE;
        }
        try {
            InetAddress host =
                    bound == null || bound.isAnyLocalAddress() ? InetAddress.getLocalHost() : bound;
            return new Advertised(host.getHostAddress(), port);
        } catch (UnknownHostException e) {
            log.warn("the host has no address: other instances cannot ask this one for parcels", e);
            return Advertised.NOWHERE;
        }
    }
}
