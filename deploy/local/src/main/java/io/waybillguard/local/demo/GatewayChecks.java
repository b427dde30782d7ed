package io.waybillguard.local.demo;

import io.waybillguard.events.types.CourierCode;
import io.waybillguard.local.platform.ProviderGateways;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In whose words couriers were asked, and that no order was asked about twice. */
final class GatewayChecks {

    private static final List<String> ALL =
            List.of("kuaidi100", "zto", "sf", ProviderGateways.OURS);

    private GatewayChecks() {}

    static Check used(Findings findings) {
        List<Books.Interception> taken =
                findings.books().interceptions().stream()
                        .filter(line -> line.status().equals("ACCEPTED"))
                        .toList();
        List<String> differences = new ArrayList<>();
        Map<String, Long> counts = new TreeMap<>();
        ALL.forEach(words -> counts.put(named(words), 0L));
        for (Books.Interception line : taken) {
            String wanted = ProviderGateways.wordsOf(new CourierCode(line.courier()));
            counts.merge(named(line.words()), 1L, Long::sum);
            if (!line.words().equals(wanted)) {
                differences.add(
                        "%s was asked of %s in %s, not in %s"
                                .formatted(
                                        line.requestId(),
                                        line.courier(),
                                        named(line.words()),
                                        named(wanted)));
            }
        }
        counts.forEach((words, count) -> {
            if (count == 0) {
                differences.add("nobody was asked in " + words);
            }
        });
        differences.addAll(
                Repeated.in(
                        "an interception of order",
                        taken.stream().map(Books.Interception::orderId).toList()));
        return Check.of(
                "gateways",
                "couriers were asked once an order, each in its gateway's words: " + counts,
                differences);
    }

    private static String named(String words) {
        return words.equals(ProviderGateways.OURS) ? "ours" : words;
    }
}
