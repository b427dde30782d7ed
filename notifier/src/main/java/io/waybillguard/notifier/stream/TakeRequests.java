package io.waybillguard.notifier.stream;

import io.waybillguard.events.notice.NoticeRequest;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.notifier.notice.News;
import io.waybillguard.notifier.notice.NewsOf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Requests are keyed by buyer, so what they mean is planned where they are read. One that was
 * written to another partition, by a producer that partitions by other rules, takes the way of all
 * other news.
 */
final class TakeRequests implements Processor<Object, NoticeRequest, String, News> {

    private final int partitions;
    private ProcessorContext<String, News> context;

    /** For topics of {@code partitions} partitions. */
    TakeRequests(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, News> context) {
        this.context = context;
    }

    @Override
    public void process(Record<Object, NoticeRequest> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        for (News news : NewsOf.request(record.value(), at)) {
            boolean here = partitionOf(news.buyerId()) == context.taskId().partition();
            context.forward(
                    new Record<>(news.buyerId().value(), news, record.timestamp()),
                    here ? NotifierTopology.PLAN : NotifierTopology.NEWS);
        }
    }

    private int partitionOf(BuyerId buyer) {
        byte[] key = buyer.value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
