package io.waybillguard.orders.query;

import static io.waybillguard.orders.query.Columns.instant;
import static io.waybillguard.orders.query.Columns.name;
import static io.waybillguard.orders.query.Columns.number;
import static io.waybillguard.orders.query.Columns.text;
import static io.waybillguard.orders.query.Columns.theInstant;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.RefundGrounds;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.orders.query.CaseView.InterceptionView;
import io.waybillguard.orders.query.CaseView.PayoutView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Refund cases. A case counts as known once its shop is: from the engine, or from its order. */
@Component
public class CaseQueries {
    static final String COLUMNS =
            """
            c.*, coalesce(c.shop_id, o.shop_id) as the_shop,
            coalesce(c.buyer_id, o.buyer_id) as the_buyer,
            coalesce(c.state, 'REQUESTED') as the_state,
            coalesce(c.grounds ->> 'reason', c.reason) as the_reason
            """;
    static final String FROM = "cases c left join orders o on o.order_id = c.order_id";
    private static final String KNOWN = "coalesce(c.shop_id, o.shop_id) is not null";
    private static final String OF_SHOP =
            "(c.shop_id = :shop or c.shop_id is null and o.shop_id = :shop)";
    private static final String SELECT =
            "select " + COLUMNS + " from " + FROM + " where " + KNOWN + " and ";

    private final JdbcClient jdbc;

    CaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole case, as of one instant. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CaseView> find(String refundId) {
        return jdbc.sql(SELECT + "c.refund_id = :id")
                .param("id", refundId)
                .query((row, _) -> found(row))
                .optional()
                .map(this::complete);
    }

    List<CaseView> ofOrder(String orderId, String shop) {
        return jdbc
                .sql(
                        SELECT
                                + OF_SHOP
                                + " and c.order_id = :id order by c.requested_at, c.refund_id")
                .param("id", orderId)
                .param("shop", shop)
                .query((row, _) -> found(row))
                .list()
                .stream()
                .map(this::complete)
                .toList();
    }

    /** Cases, the latest request first. */
    public Page<CaseSummary> page(CaseFilter asked, PageRequest page) {
        boolean requested = CaseSummary.REQUESTED.equals(asked.state());
        Filter filter =
                new Filter()
                        .always(KNOWN)
                        .given(OF_SHOP, "shop", asked.shop())
                        .equal("c.state", "state", requested ? null : asked.state())
                        .equal("c.decision", "decision", asked.decision())
                        .equal("c.decided_row", "row", asked.row());
        if (requested) {
            filter.always("c.state is null");
        }
        return filter.page(
                jdbc,
                COLUMNS,
                FROM,
                "c.requested_at desc nulls last, c.refund_id",
                page,
                (row, _) -> summary(row));
    }

    /** The offer that the case waits in; null when it waits in none. */
    @Nullable Offer offer(String refundId, @Nullable CaseState state) {
        return state == CaseState.OFFERED ? offer(moves(refundId)) : null;
    }

    private static @Nullable Offer offer(List<AftersalesEvent> moves) {
        return moves.reversed().stream()
                .filter(AftersalesEvent.CaseMoved.class::isInstance)
                .map(AftersalesEvent.CaseMoved.class::cast)
                .findFirst()
                .map(AftersalesEvent.CaseMoved::offer)
                .orElse(null);
    }

    private List<AftersalesEvent> moves(String refundId) {
        return events(
                "select event from case_events where refund_id = :id order by revision",
                refundId,
                AftersalesEvent.class);
    }

    private CaseView complete(Found found) {
        CaseSummary summary = found.summary();
        RefundGrounds grounds = found.grounds();
        String id = summary.refundId();
        List<AftersalesEvent> moves = moves(id);
        List<AftersalesRequest> acts = acts(id);
        boolean offered = CaseState.OFFERED.name().equals(summary.state());
        return new CaseView(
                summary,
                grounds == null ? found.evidence() : grounds.evidence(),
                found.explanation(),
                grounds == null ? found.lines() : grounds.lines(),
                Asking.of(found.first(), acts, summary, grounds),
                offered ? offer(moves) : null,
                moves,
                acts,
                interception(id),
                payout(id));
    }

    List<AftersalesRequest> acts(String refundId) {
        return events(
                "select event from case_acts where refund_id = :id order by at, digest",
                refundId,
                AftersalesRequest.class);
    }

    private <E> List<E> events(String sql, String refundId, Class<E> family) {
        return jdbc.sql(sql)
                .param("id", refundId)
                .query((row, _) -> EventJson.mapper().readValue(row.getString("event"), family))
                .list();
    }

    private @Nullable InterceptionView interception(String refundId) {
        return jdbc.sql(
                        "select * from interceptions where refund_id = :id order by at desc limit"
                                + " 1")
                .param("id", refundId)
                .query((row, _) ->
                        new InterceptionView(
                                row.getString("interception_id"),
                                row.getString("courier"),
                                row.getString("waybill"),
                                row.getString("state"),
                                row.getString("detail"),
                                theInstant(row, "at")))
                .optional()
                .orElse(null);
    }

    private @Nullable PayoutView payout(String refundId) {
        return jdbc.sql("select * from payouts where refund_id = :id")
                .param("id", refundId)
                .query((row, _) ->
                        new PayoutView(
                                row.getString("outcome"),
                                row.getLong("amount_fen"),
                                row.getString("detail"),
                                theInstant(row, "at")))
                .optional()
                .orElse(null);
    }

    /**
     * A row of cases.
     *
     * @param first null when the engine's word came before the request itself
     * @param grounds of the request that was answered; null until then, and of older events
     */
    private record Found(
            CaseSummary summary,
            @Nullable RefundRequested first,
            @Nullable RefundGrounds grounds,
            @Nullable Explanation explanation) {

        List<String> evidence() {
            return first == null ? List.of() : first.evidence();
        }

        List<RefundLine> lines() {
            return first == null ? List.of() : first.lines();
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                summary(row),
                Asking.first(row),
                Columns.json(row, "grounds", RefundGrounds.class),
                Columns.json(row, "explanation", Explanation.class));
    }

    private static CaseSummary summary(ResultSet row) throws SQLException {
        return new CaseSummary(
                row.getString("refund_id"),
                row.getString("order_id"),
                row.getString("the_shop"),
                row.getString("the_buyer"),
                name(row, "kind", RefundKind.class),
                number(row, "amount_fen"),
                name(row, "the_reason", RefundReason.class),
                instant(row, "requested_at"),
                row.getString("the_state"),
                name(row, "actor", Actor.class),
                instant(row, "deadline"),
                name(row, "decision", Decision.class),
                text(row, "decided_row"),
                instant(row, "decided_at"),
                name(row, "outcome", CaseOutcome.class),
                number(row, "paid_fen"),
                instant(row, "closed_at"));
    }
}
