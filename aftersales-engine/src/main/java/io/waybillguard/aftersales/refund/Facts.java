package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.order.Payment;
import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.aftersales.rules.FactWords;
import io.waybillguard.aftersales.rules.Phrase;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.refund.Fact;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was known when a question was answered, in both languages. */
final class Facts {

    /** More parcels than this are told by their number alone. */
    private static final int PARCELS_TOLD = 10;

    private final List<Fact> facts = new ArrayList<>();

    private Facts() {}

    static List<Fact> of(RefundQuestion question) {
        Facts all = new Facts();
        all.request(question.request());
        all.order(question.order());
        all.add(FactWords.EARLIER, amount(question.earlier()), null);
        all.history(question.history());
        question.order().deliveries().stream().limit(PARCELS_TOLD).forEach(all::parcel);
        int version = question.policy().version();
        all.add(FactWords.SHOP_POLICY, Phrase.of(FactWords.VERSION, version), null);
        return List.copyOf(all.facts);
    }

    private void request(RefundRequest request) {
        Phrase asked =
                Phrase.of(
                        FactWords.REQUEST_IS,
                        request.kind(),
                        request.amount().toString(),
                        request.reason());
        add(FactWords.REQUEST, asked, request.askedAt());
    }

    private void order(OrderFacts order) {
        Purchase purchase = order.purchase();
        if (purchase == null) {
            add(FactWords.ORDER, Phrase.of(FactWords.NEVER_HEARD_OF), null);
        } else {
            add(FactWords.ORDER_AMOUNT, amount(purchase.amount()), purchase.at());
        }
        Payment payment = order.payment();
        if (payment == null) {
            add(FactWords.PAID, Phrase.of(FactWords.NO_PAYMENT), null);
        } else {
            add(FactWords.PAID, amount(payment.amount()), payment.at());
        }
        int shipped = order.deliveries().size();
        add(FactWords.PARCELS_SHIPPED, Phrase.of(FactWords.COUNT, shipped), null);
    }

    private void history(@Nullable BuyerHistory history) {
        if (history != null) {
            add(
                    Phrase.of(FactWords.BUYER_REFUNDS, history.since()),
                    Phrase.of(FactWords.COUNT, history.refunds()),
                    history.at());
        }
    }

    private void parcel(ParcelFacts parcel) {
        ParcelSnapshot snapshot = parcel.snapshot();
        add(
                Phrase.of(FactWords.PARCEL, parcel.id()),
                Phrase.of(FactWords.STAGE, parcel.stage()),
                snapshot == null ? null : snapshot.lastMovedAt());
        StallDetails stall = parcel.currentStall();
        if (stall != null) {
            add(Phrase.of(FactWords.STALL, parcel.id()), stall(stall), stall.since());
        }
    }

    private static Phrase stall(StallDetails stall) {
        return Phrase.of(
                FactWords.STALL_IS,
                stall.kind(),
                stall.cause(),
                stall.level(),
                stall.row(),
                Phrase.of(stall.feedSuspect() ? FactWords.FEED_SUSPECT : FactWords.NOTHING),
                stall.exempt() == null
                        ? Phrase.of(FactWords.NOTHING)
                        : Phrase.of(FactWords.EXEMPT, stall.exempt()));
    }

    private static Phrase amount(Money amount) {
        return Phrase.of(FactWords.AMOUNT, amount.toString());
    }

    private void add(FactWords name, Phrase value, @Nullable Instant since) {
        add(Phrase.of(name), value, since);
    }

    private void add(Phrase name, Phrase value, @Nullable Instant since) {
        facts.add(
                new Fact(
                        name.in(Language.EN),
                        value.in(Language.EN),
                        since,
                        name.in(Language.ZH),
                        value.in(Language.ZH)));
    }
}
