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
        Feed suspect = new Feed(usual, List.of(4, 0, 9), 494_444, 7, Scans.NOON, null);
        Feed trusted = new Feed(usual, List.of(), 494_444, 7, null, Scans.NOON);
        Feed fresh = Feed.unknown(Scans.NOON);

        assertThat(FeedStore.read(FeedStore.write(suspect))).isEqualTo(suspect);
        assertThat(FeedStore.read(FeedStore.write(trusted))).isEqualTo(trusted);
        assertThat(FeedStore.read(FeedStore.write(fresh))).isEqualTo(fresh);
        assertThat(FeedStore.write(suspect)).hasSizeLessThan(80);
    }

    @Test
    void bytesOfVersionOneAreStillRead() {
        CompactOutput one = new CompactOutput();
        one.octet(1);
        one.number(494_444);
        one.number(7);
        one.optional(Scans.NOON);
        one.number(1);
        one.number(4);
        one.number(1);
        one.number(250);

        assertThat(FeedStore.read(one.toBytes()))
                .isEqualTo(new Feed(List.of(2.5), List.of(4), 494_444, 7, Scans.NOON, null));
    }

    @Test
    void anUnknownVersionIsRefused() {
        byte[] bytes = FeedStore.write(Feed.unknown(Scans.NOON));
        bytes[0] = 3;

        assertThatThrownBy(() -> FeedStore.read(bytes)).hasMessageContaining("version 3");
    }
}
