package io.waybillguard.aftersales.dispatch.payout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.CommandReader;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutCommand.PayoutRejected;
import io.waybillguard.events.payout.PayoutCommand.PayoutReleased;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.MessageListener;

/**
 * Carries payout commands out, one at a time and partition. It returns when the result is on its
 * topics; until then the command comes again. Counts {@code payouts_total{outcome}}, what was told
 * again as {@code repeated}, and {@code payout_acts_total{act,outcome}}, what persons wanted of
 * parked ones.
 */
final class PayoutDispatcher implements MessageListener<byte[], byte[]> {

    /** About 10 MB. */
    private static final int REMEMBERED = 100_000;

    private final CommandReader reader;
    private final Cashier cashier;
    private final Outbox outbox;
    private final UnknownPayouts unknown;
    private final Function<RefundId, Optional<PayoutParked>> waiting;
    private final MeterRegistry meters;
    private final Counter paid;
    private final Counter declined;
    private final Counter parked;
    private final Counter repeated;
    private final ToldOutcomes told = new ToldOutcomes(REMEMBERED);

    /**
     * A dispatcher at one cashier.
     *
     * @param waiting tells the parked payout of a refund, as of now; empty where none is parked
     */
    PayoutDispatcher(
            CommandReader reader,
            Cashier cashier,
            Outbox outbox,
            UnknownPayouts unknown,
            Function<RefundId, Optional<PayoutParked>> waiting,
            MeterRegistry meters) {
        this.reader = reader;
        this.cashier = cashier;
        this.outbox = outbox;
        this.unknown = unknown;
        this.waiting = waiting;
        this.meters = meters;
        this.paid = meters.counter("payouts", "outcome", "paid");
        this.declined = meters.counter("payouts", "outcome", "declined");
        this.parked = meters.counter("payouts", "outcome", "parked");
        this.repeated = meters.counter("payouts", "outcome", "repeated");
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try {
            reader.read(Topics.PAYOUTS, record)
                    .ifPresent(
                            command -> dispatch(command, Instant.ofEpochMilli(record.timestamp())));
            unknown.settled(partition);
        } catch (RuntimeException e) {
            unknown.unknown(partition);
            throw e;
        }
    }

    private void dispatch(PayoutCommand command, Instant since) {
        switch (command) {
            case PayoutRequested requested -> tell(cashier.settle(requested, since));
            case PayoutReleased released ->
                    act("release", released, _ -> cashier.settle(released, since));
            case PayoutRejected rejected -> act("reject", rejected, cashier::reject);
        }
    }

    /** Of two persons, and of one who asks twice, the first is heard. */
    private void act(
            String act, PayoutCommand command, Function<PayoutParked, PayoutResult> settled) {
        Optional<PayoutParked> parkedUntilNow = waiting.apply(command.refundId());
        parkedUntilNow.ifPresent(found -> tellOfParked(settled.apply(found)));
        meters.counter(
                        "payout.acts",
                        "act",
                        act,
                        "outcome",
                        parkedUntilNow.isPresent() ? "done" : "not_parked")
                .increment();
    }

    /**
     * What is settled leaves the parked ones only when the engine is sure to hear of it: after a
     * crash in between it is still parked, and the act is done again.
     */
    private void tellOfParked(PayoutResult result) {
        tell(result);
        if (!(result instanceof PayoutParked)) {
            outbox.write(Topics.PAYOUTS_PARKED, result);
        }
    }

    private void tell(PayoutResult result) {
        if (result instanceof PayoutParked) {
            outbox.write(Topics.PAYOUTS_PARKED, result);
        }
        outbox.write(Topics.PAYOUT_RESULTS, result);
        Counter counter = told.isNew(result) ? counter(result) : repeated;
        counter.increment();
    }

    private Counter counter(PayoutResult result) {
        return switch (result) {
            case PayoutPaid _ -> paid;
            case PayoutDeclined _ -> declined;
            case PayoutParked _ -> parked;
        };
    }
}
