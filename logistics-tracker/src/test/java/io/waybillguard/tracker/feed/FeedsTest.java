package io.waybillguard.tracker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.types.CourierCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsTest {

    private static final CourierCode ZTO = new CourierCode("ZTO");
    private static final CourierCode YTO = new CourierCode("YTO");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Feeds feeds = new Feeds(FeedRules.STANDARD);
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void aFeedThatDiesIsSuspectWithinHoursAndTheOthersAreNot() {
        pass(Duration.ofDays(2), 1, 1);
        assertThat(feeds.suspect()).isEmpty();

        pass(Duration.ofMinutes(150), 0, 1);
        assertThat(feeds.suspect()).isEmpty();

        pass(Duration.ofMinutes(90), 0, 1);
        assertThat(feeds.suspect()).containsExactly(ZTO);
    }

    /** One of twenty scans still comes. */
    @Test
    void aFeedThatLimpsIsSuspect() {
        pass(Duration.ofDays(2), 20, 1);
        pass(Duration.ofHours(5), 1, 1);

        assertThat(feeds.suspect()).containsExactly(ZTO);
    }

    @ParameterizedTest
    @CsvSource({"20, 3", "20, 10", "1, 1"})
    void aFeedThatIsOnlySlowerIsNot(int usual, int now) {
        pass(Duration.ofDays(2), usual, 1);
        pass(Duration.ofHours(12), now, 1);

        assertThat(feeds.suspect()).isEmpty();
    }

    @Test
    void aFeedIsTrustedAgainWhenItIsCurrentAndNotWhenItsBacklogComes() {
        pass(Duration.ofDays(2), 2, 1);
        Instant died = now;
        pass(Duration.ofHours(8), 0, 1);
        assertThat(feeds.suspect()).containsExactly(ZTO);

        assertThat(feeds.isLive(died, now)).as("eight hours old").isFalse();
        assertThat(feeds.isLive(now.minus(Duration.ofHours(6)), now)).isTrue();
        pass(Duration.ofHours(2), 0, 1);
        assertThat(feeds.suspect()).as("nothing but backlog").containsExactly(ZTO);

        pass(Duration.ofHours(2), 2, 1);
        assertThat(feeds.suspect()).isEmpty();
        pass(Duration.ofDays(1), 2, 1);
        assertThat(feeds.suspect()).as("what was usual is remembered").isEmpty();
        pass(Duration.ofHours(4), 0, 1);
        assertThat(feeds.suspect()).containsExactly(ZTO);
    }

    @Test
    void aLimpThatGetsWorseDoesNotFlicker() {
        pass(Duration.ofDays(2), 20, 1);
        pass(Duration.ofHours(5), 1, 1);
        pass(Duration.ofHours(5), 4, 1);

        assertThat(feeds.suspect()).as("a fifth is not half").containsExactly(ZTO);
    }

    @Test
    void theQuietOfEveryNightIsNoSilence() {
        for (int day = 0; day < 4; day++) {
            pass(Duration.ofHours(14), 5, 1);
            assertThat(feeds.suspect()).as("day %d", day).isEmpty();
            pass(Duration.ofHours(10), 0, 1);
            assertThat(feeds.suspect()).as("night %d", day).isEmpty();
        }
    }

    @Test
    void whatHasTooFewScansToTellIsNeverSuspect() {
        for (int hour = 0; hour < 48; hour++) {
            feeds.came(ZTO, 5, now);
            pass(Duration.ofHours(1), 0, 1);
        }
        pass(Duration.ofDays(1), 0, 1);

        assertThat(feeds.suspect()).isEmpty();
    }

    @Test
    void aFeedThatNeverComesBackIsGivenUpAfterAWeekAndLearnedAnew() {
        pass(Duration.ofDays(2), 2, 1);
        pass(Duration.ofDays(6), 0, 1);
        assertThat(feeds.suspect()).containsExactly(ZTO);

        pass(Duration.ofDays(2), 0, 1);
        assertThat(feeds.suspect()).isEmpty();
        assertThat(feeds.of(ZTO).usual()).as("forgotten").allMatch(scans -> scans <= 0);

        pass(Duration.ofDays(60), 0, 1);
        assertThat(feeds.of(ZTO)).isNull();
        assertThat(feeds.takeChanged()).contains(ZTO);
    }

    @Test
    void whatBeganBeforeASuspicionEndedWasNotToldAsItHappened() {
        pass(Duration.ofDays(2), 2, 1);
        Instant before = now;
        assertThat(feeds.tells(ZTO, before)).isTrue();
        pass(Duration.ofHours(8), 0, 1);
        assertThat(feeds.tells(ZTO, before)).as("suspect").isFalse();
        while (!feeds.suspect().isEmpty()) {
            pass(MINUTE, 2, 1);
        }
        Instant trusted = now.minus(MINUTE);

        assertThat(feeds.tells(ZTO, trusted)).isTrue();
        assertThat(feeds.tells(ZTO, trusted.minusMillis(1))).isFalse();
        assertThat(feeds.tells(ZTO, before)).isFalse();
        assertThat(feeds.tells(YTO, before)).isTrue();
        assertThat(feeds.tells(new CourierCode("JD"), before)).as("not watched").isTrue();
        pass(Duration.ofDays(60), 2, 1);
        assertThat(feeds.tells(ZTO, before)).as("nobody waits so long").isTrue();
    }

    @Test
    void aSuspectFeedThatIsStoredIsSuspectAfterAStart() {
        pass(Duration.ofDays(2), 2, 1);
        pass(Duration.ofHours(5), 0, 1);
        Feeds restarted = new Feeds(FeedRules.STANDARD);
        restarted.restore(ZTO, feeds.of(ZTO));

        assertThat(restarted.suspect()).containsExactly(ZTO);
        assertThat(restarted.judge(now.plusSeconds(1))).as("nothing new").isFalse();
    }

    @Test
    void aLongGapIsPassedOverAtOnce() {
        pass(Duration.ofDays(2), 2, 1);
        now = now.plus(Duration.ofDays(3000));

        assertThat(feeds.judge(now)).isFalse();
        feeds.came(ZTO, 1, now);
        assertThat(feeds.of(ZTO).current()).isEqualTo(1);
    }

    @Test
    void rulesThatCannotBeMeantAreRefused() {
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> new FeedRules(0, 1, 0.1, 0.5, day, day))
                .hasMessageContaining("hours");
        assertThatThrownBy(() -> new FeedRules(3, 0, 0.1, 0.5, day, day))
                .hasMessageContaining("at-least");
        assertThatThrownBy(() -> new FeedRules(3, 1, 0.6, 0.5, day, day))
                .hasMessageContaining("below < recovered");
        assertThatThrownBy(() -> new FeedRules(3, 1, 0.1, 0.5, Duration.ZERO, day))
                .hasMessageContaining("positive");
    }

    /** Time passes, and each minute so many live scans come. */
    private void pass(Duration time, int zto, int yto) {
        Instant end = now.plus(time);
        for (; now.isBefore(end); now = now.plus(MINUTE)) {
            if (zto > 0) {
                feeds.came(ZTO, zto, now);
            }
            feeds.came(YTO, yto, now);
            feeds.judge(now);
        }
    }
}
