package io.waybillguard.local.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every story that the demo plays. Between them they reach each row of the rule table and each kind
 * of stall under the platform's default thresholds.
 */
final class Scenarios {

    private Scenarios() {}

    static List<Scenario> all() {
        return Stream.of(
                        ParcelScenarios.all(),
                        RefundScenarios.all(),
                        ReturnScenarios.all(),
                        OfferScenarios.all())
                .flatMap(List::stream)
                .toList();
    }
}
