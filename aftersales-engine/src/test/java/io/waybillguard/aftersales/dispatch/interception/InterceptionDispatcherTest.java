package io.waybillguard.aftersales.dispatch.interception;

import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aCancellation;
import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aQuery;
import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.dispatch.CommandReader;
import io.waybillguard.aftersales.dispatch.HeldException;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.aftersales.dispatch.OutsideParties;
import io.waybillguard.aftersales.dispatch.TestCouriers;
import io.waybillguard.aftersales.dispatch.TestParties;
import io.waybillguard.aftersales.dispatch.TestServer.Mode;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.interception.InterceptionResult.InterceptionUnknown;
import io.waybillguard.events.interception.InterceptionResult.InterceptionWaiting;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way to couriers that misbehave; their book tells how often they were asked. */
class InterceptionDispatcherTest {

    private static final Duration WINDOW = Duration.ofHours(23);
    private static final Duration WAITING_AFTER = Duration.ofMinutes(1);

    private final TestCouriers couriers = new TestCouriers();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<InterceptionResult> told = new CopyOnWriteArrayList<>();
    private final InterceptionDispatcher dispatcher = dispatcher(TestParties.patient());

    @AfterEach
    void close() {
        couriers.close();
        dispatcher.close();
    }

    private InterceptionDispatcher dispatcher(OutsideParties parties) {
        return dispatcher(parties, this::write);
    }

    private InterceptionDispatcher dispatcher(OutsideParties parties, Outbox outbox) {
        return dispatcher(parties, outbox, Interceptions.NOON);
    }

    private InterceptionDispatcher dispatcher(OutsideParties parties, Outbox outbox, Instant now) {
        return new InterceptionDispatcher(
                new OnlyCommands(),
                new HttpCourierGateway(
                        parties,
                        couriers.url(),
                        new CallbackAddress(URI.create("https://guard.example/base/")),
                        ""),
                new InterceptionResults(outbox, meters),
                WINDOW,
                2,
                WAITING_AFTER,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private <V> void write(Topic<V> topic, V event) {
        assertThat(topic).isEqualTo(Topics.INTERCEPTION_RESULTS);
        told.add((InterceptionResult) event);
    }

    private static final class OnlyCommands implements CommandReader {
        @Override
        public <V> Optional<V> read(Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
            return EventJson.read(topic, record.value()) instanceof Read.Event<V>(var event)
                    ? Optional.of(event)
                    : Optional.empty();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(InterceptionCommand... commands) {
        return IntStream.range(0, commands.length)
                .mapToObj(i -> record(0, i, commands[i]))
                .toList();
    }

    /** A command that came on its topic at noon. */
    private static ConsumerRecord<byte[], byte[]> record(
            int partition, long offset, InterceptionCommand command) {
        byte[] value = EventJson.write(command);
        return new ConsumerRecord<>(
                Topics.INTERCEPTIONS.name(),
                partition,
                offset,
                Interceptions.NOON.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                value.length,
                new byte[0],
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    @Test
    void aRequestThatIsTakenIsAccepted() {
        dispatcher.onMessage(records(aRequest("r-1", "o-1", "ZTO")));

        assertThat(told).singleElement().isInstanceOf(InterceptionAccepted.class);
        assertThat(couriers.posts())
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.path()).isEqualTo("/couriers/ZTO/interceptions");
                    assertThat(post.key()).isEqualTo("ic-r-1");
                    assertThat(post.body())
                            .startsWith("{\"requestId\":\"ic-r-1\",\"waybill\":\"")
                            .contains("\"orderId\":\"o-1\",\"kind\":\"RETURN_TO_SENDER\"")
                            .contains("https://guard.example/base/callbacks/interceptions/ZTO");
                });
        assertThat(counted("ZTO", "accepted")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whateverARequestMeetsItIsTakenOnce(Mode mode) {
        couriers.onPosts(mode);

        dispatcher.onMessage(records(aRequest("r-1", "o-1", "ZTO")));

        assertThat(told).singleElement().isInstanceOf(InterceptionAccepted.class);
        assertThat(couriers.taken()).containsExactly("ic-r-1");
        assertThat(couriers.posts()).allMatch(couriers.posts().getFirst()::equals);
    }

    @Test
    void aQuestionBringsTheOutcome() {
        var request = aRequest("r-1", "o-1", "ZTO");
        dispatcher.onMessage(records(request));

        couriers.stand("SUCCEEDED");
        dispatcher.onMessage(records(aQuery(request)));
        couriers.stand("FAILED");
        dispatcher.onMessage(records(aQuery(request)));

        assertThat(told)
                .hasExactlyElementsOfTypes(
                        InterceptionAccepted.class,
                        InterceptionSucceeded.class,
                        InterceptionFailed.class);
        assertThat(couriers.posts()).hasSize(1);
    }

    @Test
    void aQuestionForARequestThatNeverArrivedMakesItUnderTheSameId() {
        dispatcher.onMessage(records(aQuery(aRequest("r-1", "o-1", "ZTO"))));

        assertThat(told).singleElement().isInstanceOf(InterceptionAccepted.class);
        assertThat(couriers.taken()).containsExactly("ic-r-1");
    }

    @ParameterizedTest
    @CsvSource({
        "409,OUT_FOR_DELIVERY",
        "400,REQUEST_REFUSED",
        "404,REQUEST_REFUSED",
        "422,REQUEST_REFUSED"
    })
    void aRefusalIsAFailure(int status, String reason) {
        couriers.refusesWith(status);

        dispatcher.onMessage(records(aRequest("r-1", "o-1", "ZTO")));

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
        assertThat(counted("ZTO", "failed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"408", "425", "429", "500", "503"})
    void anAnswerThatSaysNothingIsUnknown(int status) {
        couriers.refusesWith(status);

        dispatcher.onMessage(records(aRequest("r-1", "o-1", "ZTO")));

        assertThat(told).singleElement().isInstanceOf(InterceptionUnknown.class);
        assertThat(couriers.posts()).hasSize(2);
        assertThat(counted("ZTO", "unknown")).isEqualTo(1);
    }

    @Test
    void aCourierThatHangsKeepsNobodyWaiting() {
        couriers.hangs("YTO");

        CompletableFuture<Void> both =
                CompletableFuture.runAsync(() ->
                        dispatcher.onMessage(
                                records(
                                        aRequest("r-1", "o-1", "YTO"),
                                        aRequest("r-2", "o-2", "ZTO"))));

        await().until(() -> !told.isEmpty());
        assertThat(told.getFirst().parcel().courier()).hasToString("ZTO");
        both.join();
        assertThat(told)
                .hasExactlyElementsOfTypes(InterceptionAccepted.class, InterceptionUnknown.class);
    }

    @Test
    void aCourierKnownToBeDownHoldsItsPartitionsAndTheRestIsDoneOnce() {
        InterceptionDispatcher wary = dispatcher(TestParties.breakingAfter(2));
        couriers.onPosts(Mode.ERROR_500);
        couriers.onGets(Mode.ERROR_500, Mode.ERROR_500);
        assertHeld(wary, records(aRequest("r-1", "o-1", "YTO")));
        int asked = couriers.posts().size() + couriers.gets().size();
        List<ConsumerRecord<byte[], byte[]>> both =
                List.of(
                        record(1, 7, aRequest("r-2", "o-2", "YTO")),
                        record(2, 7, aRequest("r-3", "o-3", "ZTO")));

        assertHeld(wary, both);
        assertHeld(wary, both);

        assertThat(couriers.posts().size() + couriers.gets().size()).isEqualTo(asked + 1);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionAccepted.class,
                        accepted -> assertThat(accepted.refundId()).hasToString("r-3"));
        wary.close();
    }

    @Test
    void aCommandThatWaitedLongForItsCourierIsToldOnce() {
        InterceptionDispatcher early =
                dispatcher(
                        TestParties.breakingAfter(1),
                        this::write,
                        Interceptions.NOON.plus(WAITING_AFTER).minusMillis(1));
        InterceptionDispatcher late =
                dispatcher(
                        TestParties.breakingAfter(1),
                        this::write,
                        Interceptions.NOON.plus(WAITING_AFTER));
        var request = aRequest("r-1", "o-1", "YTO");
        couriers.goesDown();

        assertHeld(early, records(request));
        assertThat(told).isEmpty();
        assertHeld(late, records(request));
        assertHeld(late, records(request));

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionWaiting.class,
                        waiting -> assertThat(waiting.detail()).isEqualTo("breaker-open"));
        assertThat(counted("YTO", "waiting")).isEqualTo(1);
        early.close();
        late.close();
    }

    @Test
    void aRequestIsLetGoWhereThatCanBeAskedFor() {
        var request = aRequest("r-1", "o-1", "ZTO");
        dispatcher.onMessage(records(request));

        dispatcher.onMessage(records(aCancellation(request)));
        couriers.lettingGo();
        dispatcher.onMessage(records(aCancellation(request)));

        assertThat(told).singleElement().isInstanceOf(InterceptionAccepted.class);
        assertThat(couriers.released()).containsExactly("ic-r-1");
        assertThat(counted("ZTO", "cancel_ignored")).isEqualTo(1);
        assertThat(counted("ZTO", "cancelled")).isEqualTo(1);
    }

    @Test
    void aRequestThatWasTakenBackBeforeItWasMadeIsNotMade() {
        var request = aRequest("r-1", "o-1", "ZTO");

        dispatcher.onMessage(
                records(
                        request,
                        aQuery(request),
                        aCancellation(request),
                        aRequest("r-2", "o-1", "ZTO")));

        assertThat(couriers.taken()).containsExactly("ic-r-2");
        assertThat(couriers.gets()).isEmpty();
    }

    private static void assertHeld(
            InterceptionDispatcher dispatcher, List<ConsumerRecord<byte[], byte[]>> records) {
        assertThatThrownBy(() -> dispatcher.onMessage(records))
                .isInstanceOf(HeldException.class)
                .hasMessage("breaker-open");
    }

    @Test
    void pastTheWindowNothingIsAskedFor() {
        InterceptionDispatcher late =
                dispatcher(TestParties.patient(), this::write, Interceptions.NOON.plus(WINDOW));
        var request = aRequest("r-1", "o-1", "ZTO");

        late.onMessage(records(request, aQuery(request)));

        assertThat(couriers.posts()).isEmpty();
        assertThat(told).hasSize(2).hasOnlyElementsOfType(InterceptionUnknown.class);
        late.close();
    }

    @Test
    void aQuestionThatDoesNotTellWhenItWasAskedForAsksForNothing() {
        dispatcher.onMessage(records(Interceptions.anOldQuery(aRequest("r-1", "o-1", "ZTO"))));

        assertThat(couriers.posts()).isEmpty();
        assertThat(told).singleElement().isInstanceOf(InterceptionUnknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"requestId\":\"ic-other\"}",
        "{\"waybill\":\"OTHER\"}",
        "{\"orderId\":\"o-other\"}"
    })
    void anAnswerAboutAnotherRequestIsNone(String body) {
        couriers.answersPosts(202, body);

        dispatcher.onMessage(records(aRequest("r-1", "o-1", "ZTO")));

        assertThat(told).singleElement().isInstanceOf(InterceptionUnknown.class);
    }

    @ParameterizedTest
    @CsvSource({"TOO_LATE,TOO_LATE", "call Mr Li on 13800000000,OTHER", "too_late,OTHER"})
    void aReasonThatIsNoCodeIsNotPassedOn(String told, String reason) {
        couriers.answersPosts(409, "{\"reason\":\"" + told + "\"}");

        dispatcher.onMessage(records(aRequest("r-1", "o-1", "ZTO")));

        assertThat(this.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    @Test
    void commandsOfOneOrderKeepTheirOrder() {
        var request = aRequest("r-1", "o-1", "ZTO");

        dispatcher.onMessage(records(request, aQuery(request), aQuery(request)));

        assertThat(couriers.posts()).hasSize(1);
        assertThat(couriers.gets()).hasSize(2);
        assertThat(told).hasSize(3).hasOnlyElementsOfType(InterceptionAccepted.class);
    }

    @Test
    void withoutAResultOnItsTopicTheCommandsComeAgain() {
        InterceptionDispatcher mute =
                dispatcher(
                        TestParties.patient(),
                        new Outbox() {
                            @Override
                            public <V> void write(Topic<V> topic, V event) {
                                throw new NotWrittenException(topic.name(), new AssertionError());
                            }
                        });

        assertThatThrownBy(() -> mute.onMessage(records(aRequest("r-1", "o-1", "ZTO"))))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Outbox.NotWrittenException.class);
        assertThat(meters.find("interceptions").counter()).isNull();
        mute.close();
    }

    private double counted(String courier, String outcome) {
        return meters.counter("interceptions", "courier", courier, "outcome", outcome).count();
    }
}
