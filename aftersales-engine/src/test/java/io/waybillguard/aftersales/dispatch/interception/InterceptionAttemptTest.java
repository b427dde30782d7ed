package io.waybillguard.aftersales.dispatch.interception;

import static io.waybillguard.aftersales.dispatch.interception.Interceptions.NOON;
import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aQuery;
import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Already;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Cancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotAsked;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotCancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Unaskable;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Uncancellable;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.interception.InterceptionResult.InterceptionUnknown;
import io.waybillguard.events.interception.InterceptionResult.InterceptionWaiting;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InterceptionAttemptTest {

    private static final InterceptionRequested REQUEST = aRequest("r-1", "o-1", "ZTO");
    private static final InterceptionCommand QUERY = aQuery(REQUEST);
    private static final Instant BEFORE = NOON.plus(Duration.ofHours(23));
    private static final Instant TOLD_AT = NOON.plusSeconds(60);

    private static Known known(Standing standing) {
        return new Known(standing, TOLD_AT);
    }

    private static InterceptionAttempt attempt(InterceptionCommand command, int requests) {
        return new InterceptionAttempt(command, BEFORE, requests, 2);
    }

    @Test
    void aRequestIsMadeAndAQuestionIsAsked() {
        assertThat(InterceptionAttempt.of(REQUEST, BEFORE, 2).first(NOON))
                .isEqualTo(new Step.Request(attempt(REQUEST, 1)));
        assertThat(InterceptionAttempt.of(QUERY, BEFORE, 2).first(NOON))
                .isEqualTo(new Step.Query(attempt(QUERY, 0)));
    }

    @Test
    void pastTheWindowARequestIsOnlyAskedAbout() {
        assertThat(told(attempt(REQUEST, 0).first(BEFORE.minusMillis(1)))).isEqualTo("Request");
        assertThat(told(attempt(REQUEST, 0).first(BEFORE))).isEqualTo("Query");
        assertThat(told(attempt(QUERY, 0).onQuery(new NeverSeen(), BEFORE.minusMillis(1))))
                .isEqualTo("Request");
        assertThat(told(attempt(QUERY, 0).onQuery(new NeverSeen(), BEFORE)))
                .isEqualTo("unknown never-seen");
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(known(new Standing.Accepted()), "accepted"),
                Arguments.of(known(new Standing.Succeeded()), "succeeded"),
                Arguments.of(known(new Standing.Failed("TOO_LATE")), "failed TOO_LATE"),
                Arguments.of(new NotAsked("breaker-open"), "Wait breaker-open"),
                Arguments.of(new Already(), "Query"),
                Arguments.of(new NothingKnown("timeout"), "Query"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void anAnswerToARequestIsToldOrAskedFor(CourierAnswer.ToRequest answer, String expected) {
        assertThat(told(attempt(REQUEST, 1).onRequest(answer, NOON))).isEqualTo(expected);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of(1, known(new Standing.Accepted()), "accepted"),
                Arguments.of(0, known(new Standing.Succeeded()), "succeeded"),
                Arguments.of(0, known(new Standing.Failed("TOO_LATE")), "failed TOO_LATE"),
                Arguments.of(0, new NeverSeen(), "Request"),
                Arguments.of(1, new NeverSeen(), "Request"),
                Arguments.of(2, new NeverSeen(), "unknown never-seen"),
                Arguments.of(0, new Unaskable(), "unknown unaskable"),
                Arguments.of(0, new NotAsked("breaker-open"), "Wait breaker-open"),
                Arguments.of(0, new NothingKnown("timeout"), "unknown timeout"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aRequestThatNeverArrivedIsMadeAgainUnderItsId(
            int requests, CourierAnswer.ToQuestion answer, String expected) {
        assertThat(told(attempt(QUERY, requests).onQuery(answer, NOON))).isEqualTo(expected);
    }

    static Stream<Arguments> cancellations() {
        return Stream.of(
                Arguments.of(1, new Cancelled(), "count cancelled"),
                Arguments.of(1, new NotCancelled("TOO_LATE"), "count cancel_refused"),
                Arguments.of(1, new Uncancellable(), "count cancel_ignored"),
                Arguments.of(1, new NotAsked("breaker-open"), "Wait breaker-open"),
                Arguments.of(1, new NothingKnown("timeout"), "Cancel"),
                Arguments.of(2, new NothingKnown("timeout"), "count cancel_unknown"));
    }

    @ParameterizedTest
    @MethodSource("cancellations")
    void aCancellationIsCountedOrTriedOnceMore(
            int tries, CourierAnswer.ToCancellation answer, String expected) {
        InterceptionCommand cancellation = Interceptions.aCancellation(REQUEST);

        assertThat(told(attempt(cancellation, 0).first(BEFORE))).isEqualTo("Cancel");
        assertThat(told(attempt(cancellation, tries).onCancellation(answer))).isEqualTo(expected);
    }

    @Test
    void anAnswerWithoutItsTimeTakesTheTimeItWasHeard() {
        Known untimed = new Known(new Standing.Accepted(), null);

        assertThat(attempt(REQUEST, 1).onRequest(untimed, NOON))
                .isEqualTo(
                        new Step.Tell(
                                new InterceptionAccepted(
                                        REQUEST.interceptionId(),
                                        REQUEST.refundId(),
                                        REQUEST.orderId(),
                                        REQUEST.parcel(),
                                        NOON)));
    }

    private static String told(Step step) {
        return switch (step) {
            case Step.Request _ -> "Request";
            case Step.Query _ -> "Query";
            case Step.Cancel _ -> "Cancel";
            case Step.Count(var outcome) -> "count " + outcome;
            case Step.Wait(var why) -> "Wait " + why;
            case Step.Tell(InterceptionUnknown unknown) -> "unknown " + unknown.detail();
            case Step.Tell(var result) -> {
                assertThat(result.at()).isEqualTo(TOLD_AT);
                assertThat(result.interceptionId()).isEqualTo(REQUEST.interceptionId());
                assertThat(result.parcel()).isEqualTo(REQUEST.parcel());
                yield switch (result) {
                    case InterceptionAccepted _ -> "accepted";
                    case InterceptionSucceeded _ -> "succeeded";
                    case InterceptionFailed failed -> "failed " + failed.reason();
                    case InterceptionUnknown unknown -> "unknown " + unknown.detail();
                    case InterceptionWaiting waiting -> "waiting " + waiting.detail();
                };
            }
        };
    }
}
