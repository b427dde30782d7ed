package io.waybillguard.orders.query;

import io.waybillguard.events.notice.NoticeScene;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one piece of news to the buyer.
 *
 * @param noticeId null when it was never made a message
 * @param outcome SENT, FAILED or SUPPRESSED
 * @param detail why not; empty when sent
 * @param episode the stall episode, 0 when it is not about a stall
 */
public record NoticeView(
        @Nullable String noticeId,
        NoticeScene scene,
        String outcome,
        String channel,
        String detail,
        @Nullable String courier,
        @Nullable String waybill,
        int episode,
        @Nullable String refundId,
        Instant at) {}
