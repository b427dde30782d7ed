package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Totals;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One backtest as it is kept and told.
 *
 * @param policy that is tried
 * @param baseline that it is compared with; null: the shop's policies as they were
 * @param from of the period; null for a file
 * @param until of the period; null for a file
 * @param read records of topics, or bytes of a file, until now
 * @param of how many there are
 * @param totals null until it is done
 * @param error why it failed, for people; null where it did not
 */
record BacktestState(
        String id,
        ShopId shop,
        ShopPolicy policy,
        @Nullable ShopPolicy baseline,
        @Nullable Instant from,
        @Nullable Instant until,
        Instant askedAt,
        Status status,
        long read,
        long of,
        @Nullable Totals totals,
        @Nullable String error,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    enum Status {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        /** The process ended while it waited or ran: it can be asked for again. */
        INTERRUPTED;

        boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }

    static BacktestState asked(
            String id,
            ShopId shop,
            ShopPolicy policy,
            @Nullable ShopPolicy baseline,
            @Nullable Instant from,
            @Nullable Instant until,
            Instant now) {
        return new BacktestState(
                id,
                shop,
                policy,
                baseline,
                from,
                until,
                now,
                Status.WAITING,
                0,
                0,
                null,
                null,
                null);
    }

    /** Where what is read of the period ends: nothing is known of what came after the asking. */
    @Nullable Instant readUntil() {
        return until == null || until.isBefore(askedAt) ? until : askedAt;
    }

    BacktestState running() {
        return with(Status.RUNNING, null, null, null);
    }

    BacktestState done(Totals result, Instant now) {
        return with(Status.DONE, result, null, now);
    }

    BacktestState ended(Status how, @Nullable String why, Instant now) {
        return with(how, null, why, now);
    }

    BacktestState at(Progress progress) {
        return new BacktestState(
                id,
                shop,
                policy,
                baseline,
                from,
                until,
                askedAt,
                status,
                progress.read(),
                progress.of(),
                totals,
                error,
                endedAt);
    }

    private BacktestState with(
            Status next, @Nullable Totals result, @Nullable String why, @Nullable Instant end) {
        return new BacktestState(
                id, shop, policy, baseline, from, until, askedAt, next, read, of, result, why, end);
    }
}
