package io.waybillguard.notifier.stream;

import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.notifier.notice.News;
import io.waybillguard.notifier.stream.NoticeJson.ReadNews.Rejected;
import io.waybillguard.notifier.stream.NoticeJson.ReadNews.Understood;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes of the news topic to news. Only this service writes there, so there is no topic for its
 * dead letters: what is not news is counted, logged by its place, and stays where it lies.
 */
final class DecodeNews implements Processor<byte[], byte[], Object, Object> {

    private static final Logger log = LoggerFactory.getLogger(DecodeNews.class);

    private final DeadLetterCounter counter;
    private ProcessorContext<Object, Object> context;

    DecodeNews(DeadLetterCounter counter) {
        this.counter = counter;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (NoticeJson.readNews(record.value())) {
            case Understood(News news) ->
                    context.forward(record.withKey(news.buyerId().value()).withValue(news));
            case Rejected(var reason) -> {
                counter.count(Topics.NOTIFIER_NEWS.name(), reason.label());
                context.recordMetadata()
                        .ifPresent(place ->
                                log.warn(
                                        "not news: {} at {}-{} offset {}",
                                        reason.label(),
                                        place.topic(),
                                        place.partition(),
                                        place.offset()));
            }
        }
    }
}
