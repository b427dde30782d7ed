package io.waybillguard.notifier.stream;

import io.waybillguard.events.types.NoticeId;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.notifier.notice.Recalls;
import io.waybillguard.notifier.notice.Recalls.Standing.Recalled;
import io.waybillguard.notifier.notice.Recalls.Standing.Unknown;
import io.waybillguard.notifier.notice.Recalls.Standing.Wanted;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The recalls as the running topology keeps them: all that were there when it started, and each
 * later one a commit and a fetch after it was made.
 */
record ReadRecalls(StreamsRunner runner) implements Recalls {

    @Override
    public Standing of(NoticeId noticeId, Instant notAfter) {
        Optional<KafkaStreams> streams = runner.streams();
        if (streams.isEmpty()) {
            return new Unknown();
        }
        byte[] bytes;
        try {
            ReadOnlyKeyValueStore<String, byte[]> recalls =
                    streams.get()
                            .store(
                                    StoreQueryParameters.fromNameAndType(
                                            NotifierTopology.RECALLS,
                                            QueryableStoreTypes.<String, byte[]>keyValueStore()));
            bytes = recalls.get(KeepRecalls.key(noticeId, notAfter));
        } catch (InvalidStateStoreException e) {
            return new Unknown();
        }
        return bytes == null
                ? new Wanted()
                : NoticeJson.readRecall(bytes)
                        .<Standing>map(recall -> new Recalled(recall.because()))
                        .orElseGet(Wanted::new);
    }
}
