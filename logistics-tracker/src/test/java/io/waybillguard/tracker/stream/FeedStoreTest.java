package io.waybillguard.tracker.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.tracker.Scans;
import io.waybillguard.tracker.feed.Feed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedStoreTest {

    @Test
    void aFeedReadIsTheFeedWritten() {
        List<Double> usual = new ArrayList<>(Collections.nCopies(24, -1.0));
        usual.set(3, 1234.56);
        usual.set(4, 0.0);
        Feed suspect = new Feed(usual, List.of(4, 0, 9), 494_444, 7, Scans.NOON);
        Feed fresh = Feed.unknown(Scans.NOON);

        assertThat(FeedStore.read(FeedStore.write(suspect))).isEqualTo(suspect);
        assertThat(FeedStore.read(FeedStore.write(fresh))).isEqualTo(fresh);
        assertThat(FeedStore.write(suspect)).hasSizeLessThan(80);
    }

    @Test
    void anUnknownVersionIsRefused() {
        byte[] bytes = FeedStore.write(Feed.unknown(Scans.NOON));
        bytes[0] = 2;

        assertThatThrownBy(() -> FeedStore.read(bytes)).hasMessageContaining("version 2");
    }
}
