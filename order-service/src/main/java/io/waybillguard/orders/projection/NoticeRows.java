package io.waybillguard.orders.projection;

import io.waybillguard.events.notice.NoticeReceipt;
import io.waybillguard.events.notice.NoticeReceipt.NoticeFailed;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSent;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What became of messages, one row a piece of news. */
final class NoticeRows {
    private static final String NOTICE =
            """
            insert into notices (id, subject, outcome, channel, detail, shop_id, scene, order_id,
                                 courier, waybill, episode, refund_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id, subject) do update set
                outcome = excluded.outcome, channel = excluded.channel, detail = excluded.detail,
                at = excluded.at
            """;

    private NoticeRows() {}

    static List<Write> of(NoticeReceipt event) {
        return switch (event) {
            case NoticeSent(var id, _, var shop, var channel, var subjects, var at) ->
                    rows(new Message(id.value(), "SENT", channel, "", shop, at), subjects);
            case NoticeFailed(var id, _, var shop, var channel, var subjects, var why, var at) ->
                    rows(new Message(id.value(), "FAILED", channel, why, shop, at), subjects);
            case NoticeSuppressed(_, var shop, var subject, var because, var at) ->
                    rows(
                            new Message(
                                    "suppressed-" + Json.digest(event),
                                    "SUPPRESSED",
                                    "",
                                    because.name(),
                                    shop,
                                    at),
                            List.of(subject));
        };
    }

    private record Message(
            String id, String outcome, String channel, String detail, ShopId shop, Instant at) {}

    private static List<Write> rows(Message message, List<NoticeSubject> subjects) {
        return IntStream.range(0, subjects.size())
                .mapToObj(index -> row(message, index, subjects.get(index)))
                .toList();
    }

    private static Write row(Message message, int index, NoticeSubject subject) {
        var order = subject.orderId();
        var parcel = subject.parcel();
        var refund = subject.refundId();
        return Write.to(
                "notices",
                NOTICE,
                message.id(),
                index,
                message.outcome(),
                message.channel(),
                message.detail(),
                message.shop().value(),
                subject.scene(),
                text(order),
                parcel == null ? null : parcel.courier().value(),
                parcel == null ? null : parcel.waybill(),
                subject.episode(),
                text(refund),
                message.at());
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
