package io.waybillguard.orders.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.command.Done;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

class AnswersTest {
    private static final URI WHERE = URI.create("/things/t-1");
    private static final Caller CALLER = new Caller(new ShopId("shop-1"));

    private static final Answers<String> KNOWN =
            new Answers<>((_, id) -> Optional.of("state of " + id), id -> "id " + id);
    private static final Answers<String> NOT_THERE =
            new Answers<>((_, _) -> Optional.empty(), id -> "id " + id);
    private static final Answers<String> BROKEN =
            new Answers<>(
                    (_, _) -> {
                        throw new IllegalStateException("not readable");
                    },
                    id -> "id " + id);

    @Test
    void whatIsKnownIsShown() {
        is(KNOWN.created(Done.SEEN, CALLER, "t-1", WHERE), 201, "state of t-1");
        is(KNOWN.created(Done.REPEATED, CALLER, "t-1", WHERE), 200, "state of t-1");
        is(KNOWN.created(Done.PENDING, CALLER, "t-1", WHERE), 202, "state of t-1");
        is(KNOWN.changed(Done.SEEN, CALLER, "t-1"), 200, "state of t-1");
        is(KNOWN.changed(Done.PENDING, CALLER, "t-1"), 202, "state of t-1");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneAndCannotBeReadBackIsAccepted(Done done) {
        is(NOT_THERE.created(done, CALLER, "t-1", WHERE), 202, "id t-1");
        is(NOT_THERE.changed(done, CALLER, "t-1"), 202, "id t-1");
        is(BROKEN.created(done, CALLER, "t-1", WHERE), 202, "id t-1");
        is(BROKEN.changed(done, CALLER, "t-1"), 202, "id t-1");
    }

    private static void is(ResponseEntity<Object> answer, int status, String body) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).isEqualTo(body);
    }
}
