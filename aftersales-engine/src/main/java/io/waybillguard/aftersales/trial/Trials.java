package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Backtest;
import io.waybillguard.aftersales.backtest.PolicyTimeline;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.io.IOException;
import java.time.Instant;

/** What a run needs: the desk, and where the past is. */
final class Trials {

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
    Backtest backtest(BacktestState state) {
        Instant from = state.from() == null ? Instant.MIN : state.from();
        return new Backtest(
                desk.withoutDayCaps(),
                settings.slack(),
                state.shop(),
                baseline(state),
                PolicyTimeline.always(state.policy()),
                from);
    }

    private PolicyTimeline baseline(BacktestState state) {
        ShopPolicy given = state.baseline();
        if (given != null) {
            return PolicyTimeline.always(given);
        }
        return state.from() == null
                ? PolicyTimeline.always(policies.held(state.shop()))
                : history(state.shop());
    }

    PolicyTimeline history(ShopId shop) {
        return PolicyHistory.read(kafka, shop);
    }

    /** Where its past is. */
    Source source(BacktestState state, BacktestFolder folder) throws IOException {
        Instant from = state.from();
        Instant until = state.until();
        return from == null || until == null
                ? new RecordedFile(folder.input(), settings.recordsAtMost(), state.askedAt())
                : new RecordedTopics(
                        kafka,
                        state.shop(),
                        from,
                        until,
                        settings.lead(),
                        settings.recordsAtMost());
    }
}
