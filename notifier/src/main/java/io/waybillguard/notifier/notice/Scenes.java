package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
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

    /** Every scene of a refund case. */
    static Set<NoticeScene> ofCases() {
        EnumSet<NoticeScene> scenes = EnumSet.allOf(NoticeScene.class);
        scenes.removeIf(scene -> !neededByRefund(scene));
        return scenes;
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
                    REFUND_REFUSED ->
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
