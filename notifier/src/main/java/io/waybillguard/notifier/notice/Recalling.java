package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.notifier.notice.Buyer.Underway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which of a buyer's messages, planned and perhaps not yet sent, are recalled now. One that tells
 * several things is recalled when none of them is worth telling any more.
 */
final class Recalling {

    private final Instant at;
    private final List<Recall> recalled = new ArrayList<>();
    private final List<Underway> rest = new ArrayList<>();

    private Recalling(Instant at) {
        this.at = at;
    }

    /** {@code matters} are over. */
    static Recalling over(Buyer buyer, Collection<Matter> matters, Instant at) {
        Recalling recalling = new Recalling(at);
        for (Underway message : buyer.underway()) {
            Underway left = message.without(matters);
            recalling.judge(left, left.matters().isEmpty(), SuppressedBecause.STALE);
        }
        return recalling;
    }

    /** The buyer wants no messages but those a refund needs. */
    static Recalling optedOut(Buyer buyer, Instant at) {
        Recalling recalling = new Recalling(at);
        for (Underway message : buyer.underway()) {
            recalling.judge(message, !message.essential(), SuppressedBecause.OPTED_OUT);
        }
        return recalling;
    }

    private void judge(Underway message, boolean unwanted, SuppressedBecause because) {
        if (!at.isBefore(message.notAfter())) {
            return;
        }
        if (unwanted) {
            recalled.add(new Recall(message.noticeId(), because, message.notAfter()));
        } else {
            rest.add(message);
        }
    }

    List<Recall> recalled() {
        return recalled;
    }

    /** The messages that stay. */
    List<Underway> rest() {
        return rest;
    }
}
