package io.waybillguard.local.sandbox;

/**
 * What the channel is asked to bring to a buyer.
 *
 * @throws IllegalArgumentException when something is missing
 */
record MessageToSend(String noticeId, String buyerId, String shopId, String language, String text) {

    MessageToSend {
        Wanted.text("noticeId", noticeId);
        Wanted.text("buyerId", buyerId);
        Wanted.text("shopId", shopId);
        Wanted.text("language", language);
        Wanted.text("text", text);
    }
}
