package io.waybillguard.notifier.send;

import io.github.resilience4j.timelimiter.TimeLimiter;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.notifier.send.Answer.Busy;
import io.waybillguard.notifier.send.Answer.Refused;
import io.waybillguard.notifier.send.Answer.Taken;
import io.waybillguard.notifier.send.Answer.Unknown;
import io.waybillguard.notifier.send.Answer.Unreachable;
import io.waybillguard.notifier.send.Answer.Unsendable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The message channel over HTTP, as {@code docs/outside-systems.md} describes it. */
final class HttpChannel implements Channel, AutoCloseable {

    private final URI messages;
    private final Duration answerTimeout;
    private final TimeLimiter timeLimiter;
    private final HttpClient client;

    /** The channel; {@code timeLimiter} bounds a whole attempt. */
    HttpChannel(ChannelSettings settings, TimeLimiter timeLimiter) {
        String base = settings.url().toString();
        String path = base.endsWith("/") ? "messages" : "/messages";
        this.messages = URI.create(base + path);
        this.answerTimeout = settings.answerTimeout();
        this.timeLimiter = timeLimiter;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectTimeout())
                        .build();
    }

    /** As the channel wants it. */
    private record Message(
            NoticeId noticeId, BuyerId buyerId, ShopId shopId, Language language, String text) {}

    @Override
    public Answer send(NoticePlanned notice) {
        HttpRequest request;
        try {
            request = request(notice);
        } catch (RuntimeException e) {
            return new Unsendable(e.getClass().getSimpleName());
        }
        try {
            HttpResponse<Void> response =
                    timeLimiter.executeFutureSupplier(
                            () -> client.sendAsync(request, BodyHandlers.discarding()));
            return answer(response);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Unreachable();
        } catch (TimeoutException | HttpTimeoutException e) {
            return new Unknown("time-out");
        } catch (IOException e) {
            return new Unknown("connection lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown("interrupted");
        } catch (Exception e) {
            return new Unknown(e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(NoticePlanned notice) {
        var message =
                new Message(
                        notice.noticeId(),
                        notice.buyerId(),
                        notice.shopId(),
                        notice.language(),
                        notice.text());
        return HttpRequest.newBuilder(messages)
                .timeout(answerTimeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", notice.noticeId().value())
                .POST(BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(message)))
                .build();
    }

    private static Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        return switch (status / 100) {
            case 2 -> new Taken();
            case 3, 4 -> status == 429 ? new Busy(RetryAfter.of(response)) : new Refused(status);
            default -> new Unknown("status " + status);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
