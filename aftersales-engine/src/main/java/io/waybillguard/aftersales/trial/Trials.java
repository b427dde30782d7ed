package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Backtest;
import io.waybillguard.aftersales.backtest.PolicyTimeline;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.time.Instant;

/** What a run needs: the desk, and where the past is. */
final class Trials {

    /** So much of a file's events is in memory at once. */
    private static final long SHARE_BYTES = 128 << 20;

    private final RefundDesk desk;
    private final TrialSettings settings;
    private final KafkaSettings kafka;
    private final ShopsPolicy policies;

    Trials(RefundDesk desk, TrialSettings settings, KafkaSettings kafka, ShopsPolicy policies) {
        this.desk = desk;
        this.settings = settings;
        this.kafka = kafka;
        this.policies = policies;
    }

    /** The comparison that was asked for. */
    Backtest backtest(BacktestState state, Progress progress) {
        Instant from = state.from() == null ? Instant.MIN : state.from();
        return new Backtest(
                desk.withoutDayCaps(),
                settings.slack(),
                state.shop(),
                baseline(state, progress),
                PolicyTimeline.always(state.policy()),
                from);
    }

    private PolicyTimeline baseline(BacktestState state, Progress progress) {
        ShopPolicy given = state.baseline();
        if (given != null) {
            return PolicyTimeline.always(given);
        }
        return state.from() == null
                ? PolicyTimeline.always(policies.held(state.shop()))
                : PolicyHistory.read(kafka, state.shop(), _ -> progress.more(0));
    }

    /**
     * So many requests are compared.
     *
     * @throws InvalidInputException when that is too many
     */
    void allow(long requests) {
        if (requests > settings.requestsAtMost()) {
            throw new InvalidInputException(
                    "",
                    "more than %d requests: take a shorter period, or raise"
                                    .formatted(settings.requestsAtMost())
                            + " waybill.engine.backtests.requests-at-most");
        }
    }

    /** Where its past is. */
    Source source(BacktestState state, BacktestFolder folder) {
        Instant from = state.from();
        Instant until = state.readUntil();
        return from == null || until == null
                ? new RecordedFile(folder, settings.recordsAtMost(), SHARE_BYTES, state.askedAt())
                : new RecordedTopics(
                        kafka,
                        state.shop(),
                        from,
                        until,
                        settings.lead(),
                        settings.recordsAtMost());
    }
}
