package io.waybillguard.local.demo;

import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop and a buyer who agree on something else than what was asked for, or do not. */
final class Bargaining {

    private final String scenario;
    private final OrderDesk desk;
    private final OrderNews news;
    private final Playbook playbook;
    private final Pace pace;

    Bargaining(String scenario, OrderDesk desk, OrderNews news, Playbook playbook, Pace pace) {
        this.scenario = scenario;
        this.desk = desk;
        this.news = news;
        this.playbook = playbook;
        this.pace = pace;
    }

    /** The shop offers, and the case waits for the buyer. */
    void offer(RefundId refund, @Nullable Money part, String agent) throws InterruptedException {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("offerId", offerOn(refund));
        offer.put("kind", part == null ? OfferKind.RESHIPMENT : OfferKind.PARTIAL_REFUND);
        if (part != null) {
            offer.put("amountFen", part.fen());
        }
        offer.put("agent", agent);
        offer.put("words", part == null ? "给您重新发一件，可以吗？" : "退您一部分，商品您留着，可以吗？");
        desk.about(refund, "offer", offer);
        awaitState(refund, CaseState.OFFERED);
    }

    void accept(RefundId refund, @Nullable Money part) throws InterruptedException {
        answer(refund, "offer-acceptance");
        playbook.bargained(new Bargain(refund, scenario, part, true));
    }

    /** The case is then the shop's again. */
    void decline(RefundId refund, @Nullable Money part) throws InterruptedException {
        answer(refund, "offer-decline");
        playbook.bargained(new Bargain(refund, scenario, part, false));
        awaitState(refund, CaseState.MANUAL);
    }

    private void answer(RefundId refund, String how) throws InterruptedException {
        Thread.sleep(pace.thinking());
        desk.about(refund, how, Map.of("offerId", offerOn(refund)));
    }

    private void awaitState(RefundId refund, CaseState state) throws InterruptedException {
        news.await(refund + " to be " + state, pace.patience(), known -> known.isIn(refund, state));
    }

    private static String offerOn(RefundId refund) {
        return "of-" + refund.value();
    }
}
