package io.waybillguard.local.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request as the courier tells of it. */
public record Interception(
        String requestId,
        String waybill,
        String orderId,
        Status status,
        @Nullable String reason,
        Instant at) {

    /** How far it is. */
    public enum Status {
        ACCEPTED,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        /** In the providers' words. */
        String chinese() {
            return switch (this) {
                case ACCEPTED -> "拦截中";
                case SUCCEEDED -> "拦截成功";
                case FAILED -> "拦截失败";
                case CANCELLED -> "已取消";
            };
        }
    }
}
