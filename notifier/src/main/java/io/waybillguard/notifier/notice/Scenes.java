package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.OfferKind;
import java.util.EnumSet;
import java.util.Set;

/** What happens, as the scene a buyer is told of. */
final class Scenes {

    /** What no longer holds once the case is closed, whatever its outcome. */
    static final Set<NoticeScene> ENDED_BY_CLOSING =
            Set.of(
                    NoticeScene.PLEASE_REFUSE,
                    NoticeScene.RETURN_WAYBILL_WANTED,
                    NoticeScene.REFUND_WITH_PERSON,
                    NoticeScene.INTERCEPTION_STARTED);

    private Scenes() {}

    static NoticeScene of(StallKind kind) {
        return switch (kind) {
            case NOT_COLLECTED -> NoticeScene.STALL_NOT_COLLECTED;
            case AFTER_PICKUP -> NoticeScene.STALL_AFTER_PICKUP;
            case IN_TRANSIT -> NoticeScene.STALL_IN_TRANSIT;
            case AT_DELIVERY -> NoticeScene.STALL_AT_DELIVERY;
        };
    }

    /** Every scene of a stall: late scans may correct its kind after it was told. */
    static Set<NoticeScene> ofStalls() {
        EnumSet<NoticeScene> scenes = EnumSet.noneOf(NoticeScene.class);
        for (StallKind kind : StallKind.values()) {
            scenes.add(of(kind));
        }
        return scenes;
    }

    static NoticeScene of(Decision decision) {
        return switch (decision) {
            case AUTO_REFUND -> NoticeScene.REFUND_AGREED;
            case APPROVE_RETURN -> NoticeScene.RETURN_APPROVED;
            case INTERCEPT -> NoticeScene.INTERCEPTION_STARTED;
            case REJECT_THEN_REFUND -> NoticeScene.PLEASE_REFUSE;
            case MANUAL -> NoticeScene.REFUND_WITH_PERSON;
        };
    }

    static NoticeScene of(OfferKind kind) {
        return switch (kind) {
            case PARTIAL_REFUND -> NoticeScene.OFFER_PARTIAL_REFUND;
            case RESHIPMENT -> NoticeScene.OFFER_RESHIPMENT;
        };
    }

    /** Every scene of a refund case that is told once a case, whatever is offered. */
    static Set<NoticeScene> ofCases() {
        EnumSet<NoticeScene> scenes = EnumSet.allOf(NoticeScene.class);
        scenes.removeIf(scene -> !neededByRefund(scene) || ofOffers().contains(scene));
        return scenes;
    }

    /** Every scene of an offer. */
    static Set<NoticeScene> ofOffers() {
        return EnumSet.of(
                NoticeScene.OFFER_PARTIAL_REFUND,
                NoticeScene.OFFER_RESHIPMENT,
                NoticeScene.OFFER_EXPIRED,
                NoticeScene.OFFER_WITHDRAWN);
    }

    /** Whether it says that an offer is over. */
    static boolean endsOffer(NoticeScene scene) {
        return scene == NoticeScene.OFFER_EXPIRED || scene == NoticeScene.OFFER_WITHDRAWN;
    }

    /** Whether a refund needs the buyer to know it. */
    static boolean neededByRefund(NoticeScene scene) {
        return switch (scene) {
            case REFUND_AGREED,
                    RETURN_APPROVED,
                    INTERCEPTION_STARTED,
                    PLEASE_REFUSE,
                    REFUND_WITH_PERSON,
                    INTERCEPTION_SUCCEEDED,
                    INTERCEPTION_FAILED,
                    RETURN_WAYBILL_WANTED,
                    REFUND_PAID,
                    REFUND_REFUSED,
                    OFFER_PARTIAL_REFUND,
                    OFFER_RESHIPMENT,
                    OFFER_EXPIRED,
                    OFFER_WITHDRAWN ->
                    true;
            case NOT_SHIPPED_YET,
                    SHIPPED_NOT_SIGNED,
                    STALL_NOT_COLLECTED,
                    STALL_AFTER_PICKUP,
                    STALL_IN_TRANSIT,
                    STALL_AT_DELIVERY,
                    WAITS_IN_LOCKER,
                    FESTIVAL,
                    OTHER ->
                    false;
        };
    }
}
