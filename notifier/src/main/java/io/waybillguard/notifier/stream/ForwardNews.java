package io.waybillguard.notifier.stream;

import io.waybillguard.notifier.notice.News;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what an event means to its buyer on its way to the buyer's partition. */
final class ForwardNews<V> implements Processor<Object, V, String, News> {

    private final BiFunction<V, Instant, List<News>> reading;
    private ProcessorContext<String, News> context;

    /** Forwards what {@code reading} finds in an event that the broker took at an instant. */
    ForwardNews(BiFunction<V, Instant, List<News>> reading) {
        this.reading = reading;
    }

    @Override
    public void init(ProcessorContext<String, News> context) {
        this.context = context;
    }

    @Override
    public void process(Record<Object, V> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        for (News news : reading.apply(record.value(), at)) {
            context.forward(new Record<>(news.buyerId().value(), news, record.timestamp()));
        }
    }
}
