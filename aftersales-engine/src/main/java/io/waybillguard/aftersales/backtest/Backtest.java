package io.waybillguard.aftersales.backtest;

import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A policy tried on what was recorded, order by order, beside the policies as they were.
 *
 * <p>What people and couriers did then is taken to be what they would have done. So an agreement of
 * the shop counts wherever the case still waits for one; a courier's answer counts only where the
 * same interception was asked for then. One that was not is followed no further: it would be asked
 * for, no success is assumed, and its money stays open. What is told to be paid is taken as paid.
 * Feeds and trackers are taken to have been up to date whenever a deadline came.
 *
 * @param from requests before it are replayed, for what they left behind, and not compared
 */
public record Backtest(
        RefundDesk desk,
        Duration slack,
        ShopId shop,
        PolicyTimeline asTheyWere,
        PolicyTimeline candidate,
        Instant from) {

    /**
     * The cases of one order; none when it is another shop's.
     *
     * @param until records and deadlines from here on are not looked at
     */
    public List<ComparedCase> compare(OrderId order, List<Recorded> inAnyOrder, Instant until) {
        List<Recorded> records = new ArrayList<>(inAnyOrder);
        records.removeIf(record -> !record.at().isBefore(until));
        records.sort(Comparator.comparing(Recorded::at));
        Set<RefundId> asked = new HashSet<>();
        Replay then =
                new Replay(
                        desk,
                        slack,
                        order,
                        asTheyWere,
                        refund -> {
                            asked.add(refund);
                            return true;
                        });
        then.run(records, until);
        if (!then.party().shop().equals(shop)) {
            return List.of();
        }
        Replay would = new Replay(desk, slack, order, candidate, asked::contains);
        would.run(records, until);
        return then.dossier().cases().stream()
                .map(RefundCase::file)
                .map(file -> file.request())
                .filter(request -> !request.askedAt().isBefore(from))
                .map(request -> compared(order, request, then, would))
                .toList();
    }

    private ComparedCase compared(OrderId order, RefundRequest request, Replay then, Replay would) {
        return new ComparedCase(
                order,
                request.id(),
                request.askedAt(),
                request.amount(),
                then.course(request.id()),
                would.course(request.id()),
                asTheyWere.knows(request.askedAt()));
    }
}
