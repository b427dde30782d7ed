package io.waybillguard.local.demo;

import io.waybillguard.events.refund.MoveReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long cases wait while there is an audience, where that is shorter than the engine's defaults;
 * the platform is started with these.
 */
public final class Waits {

    /** A courier has for its outcome. */
    public static final Duration INTERCEPTION_ANSWER = Duration.ofSeconds(20);

    /** From the decision until the system refunds. */
    public static final Duration REJECTION = Duration.ofSeconds(10);

    /** A buyer has to give a return waybill. */
    public static final Duration RETURN_WAYBILL = Duration.ofMinutes(1);

    /** A shop has after the return's signature. */
    public static final Duration RETURN_CONFIRMATION = Duration.ofMinutes(1);

    /** The engine's default: nobody shall see these cases agree by themselves. */
    private static final Duration MANUAL_ANSWER = Duration.ofDays(2);

    /** The engine's default: no offer of the demo expires. */
    private static final Duration OFFER_ANSWER = Duration.ofDays(2);

    /** The engine's default: every return of the demo arrives. */
    private static final Duration RETURN_ARRIVAL = Duration.ofDays(15);

    /** The engine's default: its own books answer at once. */
    private static final Duration BOOKS_ANSWER = Duration.ofMinutes(10);

    private Waits() {}

    /** How long a case waits before it moves for this reason; null: it waits for no deadline. */
    static @Nullable Duration before(MoveReason because) {
        return switch (because) {
            case INTERCEPTION_UNANSWERED -> INTERCEPTION_ANSWER;
            case REJECTION_WAIT_OVER -> REJECTION;
            case MERCHANT_SILENT -> MANUAL_ANSWER;
            case RETURN_WAYBILL_OVERDUE -> RETURN_WAYBILL;
            case RETURN_CONFIRMATION_OVERDUE -> RETURN_CONFIRMATION;
            case RETURN_OVERDUE -> RETURN_ARRIVAL;
            case OFFER_EXPIRED -> OFFER_ANSWER;
            case ALLOWANCE_UNANSWERED, HISTORY_UNANSWERED -> BOOKS_ANSWER;
            case DECIDED,
                    DECIDED_ANEW,
                    ORDER_ARRIVED,
                    ORDER_NEVER_ARRIVED,
                    COURIER_UNREACHABLE,
                    INTERCEPTION_ACCEPTED,
                    INTERCEPTION_SUCCEEDED,
                    INTERCEPTION_FAILED,
                    PARCEL_REFUSED,
                    PARCEL_RETURNING,
                    PARCEL_SIGNED,
                    MERCHANT_AGREED,
                    MERCHANT_REFUSED,
                    REFUSAL_WITHOUT_PROOF,
                    RETURN_WAYBILL_GIVEN,
                    RETURN_SIGNED,
                    RETURN_CONFIRMED,
                    PARCELS_PROVEN,
                    ALLOWANCE_GRANTED,
                    ALLOWANCE_DENIED,
                    HISTORY_HEARD,
                    OFFERED,
                    OFFER_ACCEPTED,
                    OFFER_DECLINED,
                    OFFER_WITHDRAWN,
                    REQUEST_CHANGED,
                    WITHDRAWN,
                    PAID,
                    PAYOUT_DECLINED,
                    PAYOUT_PARKED,
                    OTHER ->
                    null;
        };
    }
}
