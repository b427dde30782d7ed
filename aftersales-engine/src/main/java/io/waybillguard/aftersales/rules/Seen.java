package io.waybillguard.aftersales.rules;

import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.types.CourierCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a reason tells of the order it saw, each figure once. */
final class Seen {

    private Seen() {}

    static List<Stage> stages(RefundQuestion q) {
        return q.order().deliveries().stream().map(ParcelFacts::stage).distinct().toList();
    }

    static List<CourierCode> couriers(RefundQuestion q) {
        return q.order().deliveries().stream()
                .map(parcel -> parcel.id().courier())
                .distinct()
                .toList();
    }

    static List<String> categories(@Nullable Purchase purchase) {
        return purchase == null
                ? List.of()
                : purchase.goods().stream().map(Purchase.Goods::category).distinct().toList();
    }

    static List<Phrase> stalls(RefundQuestion q) {
        return q.order().deliveries().stream()
                .map(ParcelFacts::currentStall)
                .filter(Objects::nonNull)
                .map(Seen::stall)
                .distinct()
                .toList();
    }

    private static Phrase stall(StallDetails stall) {
        Form form =
                stall.feedSuspect()
                        ? Form.FEED_SUSPECT
                        : stall.exempt() == null ? Form.PLAIN : Form.EXEMPT;
        return Phrase.of(form, stall.kind(), stall.level());
    }

    /** How a stall is told. */
    private enum Form implements Template {
        PLAIN("{0} {1}", "{0} {1}"),
        FEED_SUSPECT("{0} {1}（快递数据中断）", "{0} {1} (feed suspect)"),
        EXEMPT("{0} {1}（已报备）", "{0} {1} (exempt)");

        private final String zh;
        private final String en;

        Form(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}
