package io.waybillguard.notifier.stream;

import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.streams.DeadLetters;
import io.waybillguard.notifier.notice.News;
import io.waybillguard.notifier.stream.NoticeJson.ReadNews.Rejected;
import io.waybillguard.notifier.stream.NoticeJson.ReadNews.Told;
import io.waybillguard.notifier.stream.NoticeJson.ReadNews.Understood;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Bytes of the news topic to news, and to words of progress; what is neither is a dead letter. */
final class DecodeNews implements Processor<byte[], byte[], Object, Object> {

    private final DeadLetters deadLetters;
    private ProcessorContext<Object, Object> context;

    DecodeNews(DeadLetterCounter counter) {
        this.deadLetters = new DeadLetters(counter);
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (NoticeJson.readNews(record.value())) {
            case Understood(News news) ->
                    context.forward(
                            record.withKey(news.buyerId().value()).withValue(news),
                            NotifierTopology.PLAN);
            case Told(var readUntil) ->
                    context.forward(record.withKey("").withValue(readUntil), NotifierTopology.PLAN);
            case Rejected(var reason) ->
                    deadLetters.forward(context, record, reason.label(), "not news");
        }
    }
}
