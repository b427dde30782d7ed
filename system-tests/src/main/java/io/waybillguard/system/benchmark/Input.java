package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.system.benchmark.Traffic.Arrival;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** In what form scans come in. */
enum Input {
    /** Canonical, one scan a record. */
    SCANS {
        @Override
        Topic<?> topic() {
            return Topics.COURIER_SCANS;
        }

        @Override
        ProducerRecord<byte[], byte[]> record(Arrival arrival) {
            Scan scan = arrival.journey().scans().get(arrival.scan());
            var report =
                    new ScansReported(
                            arrival.journey().parcel(), "bench", List.of(scan), scan.receivedAt());
            return new ProducerRecord<>(topic().name(), key(arrival), EventJson.write(report));
        }
    },
    /** Kuaidi100's pushes: the whole list so far, newest first, signed. */
    KUAIDI100 {
        @Override
        Topic<?> topic() {
            return Topics.COURIER_WEBHOOKS;
        }

        @Override
        ProducerRecord<byte[], byte[]> record(Arrival arrival) {
            var record =
                    new ProducerRecord<>(
                            topic().name(),
                            key(arrival),
                            Push.body(
                                    arrival.journey().parcel(),
                                    arrival.journey().scans().subList(0, arrival.scan() + 1)));
            record.headers()
                    .add("provider", utf8("kuaidi100"))
                    .add("account", utf8(Push.ACCOUNT))
                    .add("content-type", utf8("application/x-www-form-urlencoded"));
            return record;
        }
    };

    abstract Topic<?> topic();

    /** The record in which the arrival comes. */
    abstract ProducerRecord<byte[], byte[]> record(Arrival arrival);

    private static byte[] key(Arrival arrival) {
        return utf8(arrival.journey().parcel().waybill());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
