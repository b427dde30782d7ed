package io.waybillguard.orders.projection;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A topic and the rows its events become; policies are the one compacted among them. */
record ProjectedTopic<V>(Topic<V> topic, Function<V, List<Write>> rows) {
    /** Why a record is put aside that is an event, but none that rows can hold. */
    static final String NOT_STORABLE = "not-storable";

    /** Everything the projection reads. */
    static List<ProjectedTopic<?>> all() {
        return List.of(
                new ProjectedTopic<>(Topics.ORDERS, OrderRows::of),
                new ProjectedTopic<>(Topics.AFTERSALES_REQUESTS, RequestRows::of),
                new ProjectedTopic<>(Topics.SHOP_POLICIES, PolicyRows::of),
                new ProjectedTopic<>(Topics.PARCEL_MILESTONES, ParcelRows::of),
                new ProjectedTopic<>(Topics.PARCEL_STALLS, StallRows::of),
                new ProjectedTopic<>(Topics.PARCEL_SCANS, ParcelRows::of),
                new ProjectedTopic<>(Topics.AFTERSALES_EVENTS, CaseRows::of),
                new ProjectedTopic<>(Topics.INTERCEPTION_RESULTS, OutcomeRows::of),
                new ProjectedTopic<>(Topics.PAYOUT_RESULTS, OutcomeRows::of),
                new ProjectedTopic<>(Topics.NOTICE_RECEIPTS, NoticeRows::of));
    }

    /**
     * The rows of a record, or why there are none; never throws. It is all calculation: what fails
     * once would fail for ever, and every record after it would wait.
     */
    Translated translate(byte @Nullable [] key, byte @Nullable [] value) {
        try {
            return calculated(key, value);
        } catch (RuntimeException e) {
            return new Translated.Unreadable(NOT_STORABLE, e.getClass().getSimpleName());
        }
    }

    private Translated calculated(byte @Nullable [] key, byte @Nullable [] value) {
        if (value == null && key != null && topic.isCompacted()) {
            return new Translated.Rows(PolicyRows.gone(new String(key, StandardCharsets.UTF_8)));
        }
        return switch (EventJson.read(topic, value)) {
            case Read.Event<V>(var event) -> new Translated.Rows(rows.apply(event));
            case Read.Unreadable<V>(var reason, var detail) ->
                    new Translated.Unreadable(reason.label(), detail);
        };
    }
}
