package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelSandboxTest {

    private static final String MESSAGE =
            """
            {"noticeId":"n-1","buyerId":"b-1","shopId":"s-1","language":"ZH","text":"您的包裹已到"}\
            """;

    @TempDir Path folder;

    private ChannelSandbox start() {
        return ChannelSandbox.start(0, folder.resolve("channel.jsonl"), Clock.systemUTC());
    }

    @Test
    void bringsEveryMessageItTakesAndMarksRepeatsAcrossRestarts() {
        try (ChannelSandbox channel = start();
                Http http = new Http(channel.base())) {
            assertThat(http.post("/messages", "n-1", MESSAGE).statusCode()).isEqualTo(202);
            assertThat(json(http.get("/sandbox/book")).get(0).path("text").asString())
                    .isEqualTo("您的包裹已到");
        }
        try (ChannelSandbox channel = start();
                Http http = new Http(channel.base())) {
            assertThat(http.post("/messages", "n-1", MESSAGE).statusCode()).isEqualTo(202);
            assertThat(channel.book()).extracting(Message::repeated).containsExactly(false, true);
        }
    }

    @Test
    void refusesAMessageUnderAnotherKeyOrWithoutAText() {
        try (ChannelSandbox channel = start();
                Http http = new Http(channel.base())) {
            assertThat(http.post("/messages", "n-2", MESSAGE).statusCode()).isEqualTo(400);
            assertThat(http.post("/messages", "n-1", "{\"noticeId\":\"n-1\"}").statusCode())
                    .isEqualTo(400);
            assertThat(channel.book()).isEmpty();
        }
    }
}
