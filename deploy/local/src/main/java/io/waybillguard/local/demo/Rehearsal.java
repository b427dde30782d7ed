package io.waybillguard.local.demo;

import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop tries a policy on the run that is over, before it would trust it with the next. */
final class Rehearsal {

    private final EngineDesk engine;
    private final Cast cast;
    private final Instant from;

    /**
     * A rehearsal.
     *
     * @param from when the run began
     */
    Rehearsal(EngineDesk engine, Cast cast, Instant from) {
        this.engine = engine;
        this.cast = cast;
        this.from = from;
    }

    /**
     * Tries it.
     *
     * @throws IOException when the engine does not do its part
     * @throws StoryBroken when the run had nothing to try it on
     */
    Trial on(Findings findings) throws IOException, InterruptedException {
        Candidate candidate = Candidate.of(cast, findings.asked());
        Instant until = Instant.now();
        return new Trial(
                candidate,
                engine.backtest(candidate.own(), from, until),
                engine.backtest(candidate.policy(), from, until),
                engine.explain(shirtBeforeShipping(candidate)));
    }

    private static Map<String, Object> shirtBeforeShipping(Candidate candidate) {
        Basket shirt = Basket.SHIRT;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "order",
                Map.of(
                        "orderId",
                        "made-up",
                        "shopId",
                        candidate.shop(),
                        "amount",
                        shirt.price(),
                        "goods",
                        List.of(Map.of("category", shirt.category(), "traits", shirt.traits()))));
        facts.put(
                "request",
                Map.of(
                        "kind", RefundKind.REFUND_ONLY,
                        "amount", shirt.price(),
                        "reason", RefundReason.NOT_SHIPPED));
        facts.put("policy", candidate.policy());
        return facts;
    }
}
