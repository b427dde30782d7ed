package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.tracker.provider.Subscription;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kuaidi100's words on a subscription: its status, and why it gave it up. */
final class Subscriptions {

    private Subscriptions() {}

    /** What the two say; null when nothing was said. */
    static @Nullable Subscription of(String status, String message) {
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "polling" -> Subscription.POLLING;
            case "shutdown" -> Subscription.SHUTDOWN;
            case "updateall" -> Subscription.UPDATEALL;
            case "abort" -> abort(message);
            default -> Subscription.OTHER;
        };
    }

    /** 3天查询无记录, 60天无变化: the days are the provider's to change. */
    private static Subscription abort(String message) {
        if (message.contains("无记录")) {
            return Subscription.ABORT_NO_RECORD;
        }
        return message.contains("无变化") ? Subscription.ABORT_NO_CHANGE : Subscription.ABORT;
    }
}
