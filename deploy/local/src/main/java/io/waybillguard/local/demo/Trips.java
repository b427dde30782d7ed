package io.waybillguard.local.demo;

import static io.waybillguard.local.demo.LineKind.ARRIVED;
import static io.waybillguard.local.demo.LineKind.COLLECTED;
import static io.waybillguard.local.demo.LineKind.DEPARTED;
import static io.waybillguard.local.demo.LineKind.OUT_FOR_DELIVERY;
import static io.waybillguard.local.demo.LineKind.SIGNED;
import static io.waybillguard.local.demo.Trip.by;

import java.util.stream.Stream;

/** The trips that several stories share. */
final class Trips {

    private Trips() {}

    static Trip delivered(String courier) {
        return by(courier, 21, start(20, OUT_FOR_DELIVERY.ago(4), SIGNED.ago(2)));
    }

    /** A return before the shop signs for it: a signature older than the approval is no answer. */
    static Trip backAgain(String courier) {
        return by(courier, 19, COLLECTED.ago(18), DEPARTED.ago(14), ARRIVED.ago(6));
    }

    static Trip moving(String courier) {
        return by(courier, 21, start(20));
    }

    static Trip stuckInTransit(String courier) {
        return by(courier, 62, COLLECTED.ago(60), DEPARTED.ago(50));
    }

    static Trip lost(String courier) {
        return by(courier, 150, COLLECTED.ago(145), DEPARTED.ago(140), ARRIVED.ago(130));
    }

    /** Collected {@code hours} ago; at the receiver's hub after a fifth of that time. */
    static TripLine[] start(double hours, TripLine... rest) {
        Stream<TripLine> first =
                Stream.of(
                        COLLECTED.ago(hours), DEPARTED.ago(hours * 0.9), ARRIVED.ago(hours * 0.8));
        return Stream.concat(first, Stream.of(rest)).toArray(TripLine[]::new);
    }
}
