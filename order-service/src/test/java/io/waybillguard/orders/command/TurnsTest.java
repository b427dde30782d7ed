package io.waybillguard.orders.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.orders.projection.CaughtUp;
import io.waybillguard.orders.projection.CaughtUpFixture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoseTurnDoesNotComeInTimeIsSentAway() throws Exception {
        Turns turns = turns(CaughtUpFixture.reached());
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(() ->
                        turns.take(
                                "o-1",
                                () -> {
                                    taken.countDown();
                                    waitFor(goOn);
                                    return "first";
                                }));
        waitFor(taken);
        isSentAway(turns, NotNowException.Why.BUSY);
        goOn.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(turns.take("o-1", () -> "second")).isEqualTo("second");
    }

    @Test
    void nobodyHasATurnBeforeTheProjectionKnowsWhatWasSaid() {
        isSentAway(turns(CaughtUpFixture.behind()), NotNowException.Why.PROJECTION_BEHIND);
        isSentAway(turns(new CaughtUp()), NotNowException.Why.PROJECTION_BEHIND);
    }

    private static void isSentAway(Turns turns, NotNowException.Why why) {
        assertThatThrownBy(() -> turns.take("o-1", () -> "never"))
                .isInstanceOfSatisfying(
                        NotNowException.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static Turns turns(CaughtUp projection) {
        Duration brief = Duration.ofMillis(20);
        return new Turns(projection, new CommandSettings(brief, brief, brief, brief, brief));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
