package io.waybillguard.orders.query;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundGrounds;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.orders.query.RequestView.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What a buyer asked for under one refund id, in order, and which of it the case is about. */
final class Asking {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private Asking() {}

    /**
     * The first request of a row of cases; null when the engine's word came before it.
     *
     * <p>Of rows from before requests were kept as they were, kind and amount are those answered.
     */
    static @Nullable RefundRequested first(ResultSet row) throws SQLException {
        Instant at = Columns.instant(row, "requested_at");
        if (at == null) {
            return null;
        }
        if (row.getString("asked") != null) {
            return Columns.json(row, "asked", RefundRequested.class);
        }
        return new RefundRequested(
                new OrderId(row.getString("order_id")),
                new RefundId(row.getString("refund_id")),
                Columns.theName(row, "kind", RefundKind.class),
                Money.fen(row.getLong("amount_fen")),
                Columns.theName(row, "reason", RefundReason.class),
                Columns.list(row, "evidence", TEXTS),
                at);
    }

    /**
     * All that was asked.
     *
     * @param first null when only the engine's word of it is known
     * @param acts what was done since, in order
     * @param answered what the engine answered last; null when it has not, or in older events
     */
    static List<RequestView> of(
            @Nullable RefundRequested first,
            List<AftersalesRequest> acts,
            CaseSummary summary,
            @Nullable RefundGrounds answered) {
        List<RequestView> all = new ArrayList<>();
        if (first != null) {
            all.add(view(first));
        }
        acts.forEach(act -> {
            if (act instanceof RefundChanged changed) {
                all.add(view(changed));
            }
        });
        int current = current(all, summary, answered);
        return IntStream.range(0, all.size())
                .mapToObj(index -> standing(all.get(index), index, current))
                .toList();
    }

    /** The latest that says what was answered; before any answer the first is what it is about. */
    private static int current(
            List<RequestView> all, CaseSummary summary, @Nullable RefundGrounds answered) {
        if (summary.decision() == null) {
            return 0;
        }
        return IntStream.range(0, all.size())
                .filter(index -> isAnswered(all.get(index), summary, answered))
                .max()
                .orElse(-1);
    }

    private static boolean isAnswered(
            RequestView asked, CaseSummary summary, @Nullable RefundGrounds answered) {
        Long amount = summary.amountFen();
        return asked.kind() == summary.kind()
                && amount != null
                && asked.amountFen() == amount
                && (answered == null
                        || answered.equals(
                                new RefundGrounds(
                                        asked.reason(), asked.evidence(), asked.lines())));
    }

    private static RequestView standing(RequestView asked, int index, int current) {
        Standing standing =
                index < current
                        ? Standing.EARLIER
                        : index == current ? Standing.CURRENT : Standing.UNANSWERED;
        return new RequestView(
                asked.kind(),
                asked.amountFen(),
                asked.reason(),
                asked.evidence(),
                asked.lines(),
                asked.at(),
                standing);
    }

    private static RequestView view(RefundRequested asked) {
        return new RequestView(
                asked.kind(),
                asked.amount().fen(),
                asked.reason(),
                asked.evidence(),
                asked.lines(),
                asked.at(),
                Standing.UNANSWERED);
    }

    private static RequestView view(RefundChanged asked) {
        return new RequestView(
                asked.kind(),
                asked.amount().fen(),
                asked.reason(),
                asked.evidence(),
                asked.lines(),
                asked.at(),
                Standing.UNANSWERED);
    }
}
