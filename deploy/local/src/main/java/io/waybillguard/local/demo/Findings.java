package io.waybillguard.local.demo;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.util.List;
import java.util.Map;

/**
 * Everything that is known when a run is over.
 *
 * @param tag what the run's ids begin with
 * @param orders how many were placed
 * @param overtaken stories that a deadline cut short
 * @param paid for each order
 * @param asked refund requests that were taken
 * @param bargains offers of shops that buyers answered
 * @param foreseen what is known beforehand of each parcel's stalls
 * @param troubles stories that could not go on, and what else went wrong, in words
 * @param refusals spoiled pushes that were answered otherwise than they should be, in words
 * @param unsettled what was still under way when the time was over, in words
 * @param sent to the webhook receiver
 * @param counted by the services during the run
 */
record Findings(
        String tag,
        int orders,
        int overtaken,
        Map<OrderId, Money> paid,
        List<Asked> asked,
        List<Bargain> bargains,
        Map<ParcelId, Foreseen> foreseen,
        List<String> troubles,
        List<String> refusals,
        List<String> unsettled,
        Post.Sent sent,
        Counts counted,
        Tally tally,
        Books books) {

    Findings {
        paid = Map.copyOf(paid);
        asked = List.copyOf(asked);
        bargains = List.copyOf(bargains);
        foreseen = Map.copyOf(foreseen);
        troubles = List.copyOf(troubles);
        refusals = List.copyOf(refusals);
        unsettled = List.copyOf(unsettled);
    }
}
