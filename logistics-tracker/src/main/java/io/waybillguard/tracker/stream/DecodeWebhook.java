package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.streams.DeadLetters;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.ParcelReport;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.provider.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** A webhook's bytes to canonical scans, or to a dead letter; to both where lines lie ahead. */
final class DecodeWebhook implements Processor<byte[], byte[], Object, Object> {

    private static final byte[] NOTHING = new byte[0];

    private final Providers providers;
    private final DeadLetters deadLetters;
    private final TrackerMetrics metrics;
    private final String reader;
    private ProcessorContext<Object, Object> context;

    private DecodeWebhook(Supplier made) {
        this.providers = made.providers();
        this.deadLetters = new DeadLetters(made.counter());
        this.metrics = made.metrics();
        this.reader = made.reader();
    }

    /**
     * Makes decoders.
     *
     * @param reader the node that gets the scans
     */
    record Supplier(
            Providers providers, DeadLetterCounter counter, TrackerMetrics metrics, String reader)
            implements ProcessorSupplier<byte[], byte[], Object, Object> {
        @Override
        public Processor<byte[], byte[], Object, Object> get() {
            return new DecodeWebhook(this);
        }
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Map<String, String> headers = headers(record);
        String provider = headers.getOrDefault("provider", "");
        Webhook webhook =
                new Webhook(
                        headers.getOrDefault("account", ""),
                        headers,
                        record.value() == null ? NOTHING : record.value(),
                        Instant.ofEpochMilli(record.timestamp()));
        String label = providers.provider(provider).isPresent() ? provider : "";
        switch (providers.decode(provider, webhook)) {
            case Accepted accepted -> {
                metrics.webhook(label, true);
                if (accepted.subscription() != null) {
                    metrics.subscription(label, accepted.subscription());
                }
                accepted.passedOver().forEach(why -> metrics.rejected(label, why.label()));
                accepted.unknownCodes().forEach(code -> metrics.unknownCode(label, code));
                putAsideTheFuture(record, accepted);
                report(record, label, accepted, webhook.receivedAt());
            }
            case Rejected(var reason, var detail) -> {
                metrics.webhook(label, false);
                deadLetters.forward(context, record, reason.label(), detail);
            }
        }
    }

    /** The lines that can be are taken; the record waits to be read again when all can be. */
    private void putAsideTheFuture(Record<byte[], byte[]> record, Accepted accepted) {
        int ahead = Collections.frequency(accepted.passedOver(), PassedOver.IN_THE_FUTURE);
        if (ahead > 0) {
            deadLetters.forward(
                    context,
                    record,
                    Reason.IN_THE_FUTURE.label(),
                    "%d of %d lines lie after their own arrival"
                            .formatted(
                                    ahead, accepted.scans().size() + accepted.passedOver().size()));
        }
    }

    private void report(
            Record<byte[], byte[]> record, String provider, Accepted accepted, Instant received) {
        for (ParcelReport of : accepted.reports()) {
            if (of.isNews()) {
                ScansReported report =
                        new ScansReported(
                                of.parcel(),
                                provider,
                                of.scans(),
                                received,
                                of.correctedFrom(),
                                of.redirectedTo());
                context.forward(
                        new Record<>(
                                of.parcel().waybill(),
                                report,
                                record.timestamp(),
                                new RecordHeaders()),
                        reader);
            }
        }
    }

    private static Map<String, String> headers(Record<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(
                        header.key().toLowerCase(Locale.ROOT),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
