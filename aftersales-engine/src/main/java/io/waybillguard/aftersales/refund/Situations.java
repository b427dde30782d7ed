package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.rules.Phrase;
import io.waybillguard.aftersales.rules.Sentence;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Situation;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the situations the shop's people know an order is in, and what they say and use then.
 */
final class Situations {

    private static final Set<Stage> ARRIVED_OR_RETURNING =
            EnumSet.of(Stage.SIGNED, Stage.REFUSED, Stage.RETURNING, Stage.RETURNED);

    private Situations() {}

    static Situation of(OrderFacts order) {
        if (!order.shipped()) {
            return Situation.NOT_SHIPPED;
        }
        List<ParcelFacts> parcels = order.deliveries();
        if (order.received()
                || parcels.stream()
                        .anyMatch(parcel -> ARRIVED_OR_RETURNING.contains(parcel.stage()))) {
            return Situation.SIGNED_OR_RETURNING;
        }
        return of(furthestStall(parcels));
    }

    private static @Nullable StallKind furthestStall(List<ParcelFacts> parcels) {
        return parcels.stream()
                .map(ParcelFacts::currentStall)
                .filter(Objects::nonNull)
                .map(StallDetails::kind)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Situation of(@Nullable StallKind stall) {
        return switch (stall) {
            case null -> Situation.ON_THE_WAY;
            case NOT_COLLECTED -> Situation.NOT_SHIPPED;
            case AFTER_PICKUP -> Situation.STALLED_AFTER_PICKUP;
            case IN_TRANSIT -> Situation.ABNORMAL_IN_TRANSIT;
            case AT_DELIVERY -> Situation.ABNORMAL_AT_DELIVERY;
        };
    }

    /** What the person may say to the buyer, by language. */
    static Map<String, String> words(Situation situation) {
        return switch (situation) {
            case NOT_SHIPPED ->
                    words(
                            "您好，商品还没有交给快递，我们现在就为您同意退款，款项原路退回。",
                            "The goods have not left us yet; we agree to the refund now and the"
                                    + " money goes back the way it came.");
            case STALLED_AFTER_PICKUP ->
                    words(
                            "您好，快递揽收后包裹一直没有移动，我们正在联系快递拦截，拦截成功即退款；拦截不成也会为您同意退款。",
                            "The parcel has not moved since the courier took it; we are having it"
                                + " stopped and refund you once it is. If it cannot be stopped, we"
                                + " agree to the refund.");
            case ABNORMAL_IN_TRANSIT ->
                    words(
                            "您好，包裹在运输途中出现异常，我们正在申请拦截；如果拦截不成，请您在派送时拒收，拒收后马上退款。",
                            "The parcel is held up on its way; we are asking the courier to stop"
                                    + " it. If that fails, please refuse it at the door and we"
                                    + " refund you at once.");
            case ABNORMAL_AT_DELIVERY ->
                    words(
                            "您好，包裹在派送环节出现异常，我们正在联系快递员核实；请您收到派送通知时拒收，拒收后马上退款。",
                            "The delivery has run into trouble; we are calling the courier. Please"
                                + " refuse the parcel when it comes and we refund you at once.");
            case SIGNED_OR_RETURNING ->
                    words(
                            "您好，包裹已签收或正在退回。若已签收，请申请退货退款并寄回商品；若正在退回，我们确认收货后为您退款。",
                            "The parcel was signed for or is on its way back. If you have it,"
                                + " please ask for a return and send it back; if it is coming back,"
                                + " we refund you once we have it.");
            case ON_THE_WAY ->
                    words(
                            "您好，包裹正在正常运输中。您可以等待收货，也可以在派送时拒收，拒收后为您退款。",
                            "The parcel is on its way as it should be. You can wait for it, or"
                                    + " refuse it at the door and we refund you.");
        };
    }

    private static Map<String, String> words(String chinese, String english) {
        return Map.of("zh", chinese, "en", english);
    }

    /** What the person should use. */
    static Phrase tool(Situation situation) {
        return Phrase.of(
                switch (situation) {
                    case NOT_SHIPPED -> Sentence.AGREE;
                    case STALLED_AFTER_PICKUP -> Sentence.INTERCEPT_OR_AGREE;
                    case ABNORMAL_IN_TRANSIT -> Sentence.INTERCEPT_OR_REJECT;
                    case ABNORMAL_AT_DELIVERY -> Sentence.CALL;
                    case SIGNED_OR_RETURNING -> Sentence.RETURN_FIRST;
                    case ON_THE_WAY -> Sentence.WAIT;
                });
    }
}
