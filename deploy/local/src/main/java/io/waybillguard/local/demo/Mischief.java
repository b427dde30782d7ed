package io.waybillguard.local.demo;

import io.waybillguard.local.platform.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What the outside world does wrong while a demo is played, by how much of it has begun. */
final class Mischief {

    private final Outside outside;
    private final Endpoints endpoints;
    private final List<Trick> tricks;
    private int done;

    Mischief(Outside outside, Endpoints endpoints) {
        this.outside = outside;
        this.endpoints = endpoints;
        this.tricks = tricks(endpoints);
    }

    /** From {@code share} of the stories on, the sandbox behaves so. */
    private record Trick(double share, URI sandbox, Map<String, Object> behaviour) {}

    /** Does what is due when {@code begun} of {@code all} stories have begun. */
    void at(int begun, int all) throws IOException, InterruptedException {
        while (done < tricks.size() && tricks.get(done).share() * all <= begun) {
            Trick trick = tricks.get(done++);
            outside.behave(trick.sandbox(), trick.behaviour());
        }
    }

    /** From now on everybody behaves. */
    void end() throws IOException, InterruptedException {
        outside.behave(endpoints.payment(), null);
        outside.behave(endpoints.couriers(), null);
        outside.behave(endpoints.channel(), null);
    }

    private static List<Trick> tricks(Endpoints to) {
        return List.of(
                new Trick(0, to.couriers(), Map.of("mode", "FAIL", "share", 0.3)),
                new Trick(0.05, to.payment(), bounded("EXECUTE_THEN_TIMEOUT", 0.2, 4)),
                new Trick(0.20, to.channel(), bounded("TOO_MANY", 0.1, 10)),
                new Trick(0.30, to.payment(), bounded("ERROR_503", 0.15, 10)),
                new Trick(0.45, to.couriers(), bounded("EXECUTE_THEN_RESET", 0.2, 5)),
                new Trick(0.50, to.payment(), bounded("RESET", 0.15, 10)),
                new Trick(0.65, to.couriers(), Map.of("mode", "FAIL", "share", 0.3)),
                new Trick(0.75, to.payment(), bounded("EXECUTE_THEN_RESET", 0.15, 10)));
    }

    private static Map<String, Object> bounded(String mode, double share, int times) {
        return Map.of("mode", mode, "share", share, "times", times);
    }
}
