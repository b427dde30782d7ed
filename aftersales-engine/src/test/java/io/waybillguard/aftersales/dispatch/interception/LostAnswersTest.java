package io.waybillguard.aftersales.dispatch.interception;

import static io.waybillguard.aftersales.dispatch.interception.Interceptions.NOON;
import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.dispatch.TestParties;
import io.waybillguard.aftersales.dispatch.TestServer.Mode;
import io.waybillguard.aftersales.dispatch.interception.GatewaySettings.Kind;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose answer was lost, from the gateway to the last step. */
class LostAnswersTest {

    private final TestProviders providers = new TestProviders();
    private final CourierGateway gateways =
            new Gateways(
                    TestParties.patient(),
                    GatewaysTest.settings(
                            URI.create("http://127.0.0.1:9"),
                            List.of(gateway(Kind.ZTO, "/zto"), gateway(Kind.SF, "/sf"))),
                    Clock.fixed(NOON, ZoneOffset.UTC));

    private GatewaySettings gateway(Kind kind, String path) {
        return new GatewaySettings(
                "*",
                kind.name(),
                kind,
                URI.create(providers.url() + path),
                TestProviders.KEY,
                TestProviders.SECRET,
                Map.of(),
                Map.of());
    }

    @AfterEach
    void close() {
        providers.close();
    }

    /** The result of one delivery. */
    private String carriedOut(InterceptionRequested request) {
        Step step = InterceptionAttempt.of(request, NOON.plusSeconds(60), 2).first(NOON);
        while (true) {
            switch (step) {
                case Step.Request(var attempt) ->
                        step = attempt.onRequest(gateways.request(request), NOON);
                case Step.Query(var attempt) ->
                        step = attempt.onQuery(gateways.query(request), NOON);
                case Step.Tell(var result) -> {
                    return result.getClass().getSimpleName();
                }
                case Step.Cancel _, Step.Count _, Step.Wait _ ->
                        throw new AssertionError(step.toString());
            }
        }
    }

    @Test
    void whoCanBeAskedIsAskedAndWhatNeverArrivedIsMade() {
        InterceptionRequested request = aRequest("r-1", "o-1", "ZTO");
        providers.onPosts(Mode.EXECUTE_THEN_RESET);
        assertThat(carriedOut(request)).isEqualTo("InterceptionAccepted");

        InterceptionRequested other = aRequest("r-2", "o-2", "ZTO");
        providers.onPosts(Mode.RESET);
        assertThat(carriedOut(other)).isEqualTo("InterceptionAccepted");

        assertThat(providers.taken())
                .containsExactly(request.parcel().waybill(), other.parcel().waybill());
    }

    @Test
    void whoCannotBeAskedIsSentNothingAgain() {
        InterceptionRequested request = aRequest("r-1", "o-1", "SF");
        providers.onPosts(Mode.EXECUTE_THEN_RESET);

        assertThat(carriedOut(request)).isEqualTo("InterceptionUnknown");
        assertThat(providers.posts()).hasSize(1);
    }

    @Test
    void aCommandThatComesAgainAfterACrashIsTakenOnce() {
        InterceptionRequested zto = aRequest("r-1", "o-1", "ZTO");
        InterceptionRequested sf = aRequest("r-2", "o-2", "SF");

        assertThat(carriedOut(zto)).isEqualTo("InterceptionAccepted");
        assertThat(carriedOut(zto)).isEqualTo("InterceptionAccepted");
        assertThat(carriedOut(sf)).isEqualTo("InterceptionAccepted");
        assertThat(carriedOut(sf)).isEqualTo("InterceptionUnknown");

        assertThat(providers.taken()).hasSize(2);
    }
}
