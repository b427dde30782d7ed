package io.waybillguard.local.sandbox;

import java.time.Instant;

/**
 * A message that the channel took: one line of its book.
 *
 * @param repeated whether the same id was taken before: the buyer has it twice
 */
public record Message(
        String noticeId,
        String buyerId,
        String shopId,
        String language,
        String text,
        Instant at,
        boolean repeated) {}
