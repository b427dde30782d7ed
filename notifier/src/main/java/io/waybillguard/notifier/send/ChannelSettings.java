package io.waybillguard.notifier.send;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The message channel and how it is treated.
 *
 * @param url base of the channel: messages go to {@code url/messages}
 * @param name in receipts and metrics; default {@code app}
 * @param connectTimeout until a connection stands; default 2 s
 * @param answerTimeout from then until the answer is read; default 5 s
 * @param inFlight messages on their way at one time; default 16
 * @param pause how long a partition waits before it asks again whether the channel is free; default
 *     1 s
 * @param stopWithin how long a planned stop waits for answers; default 10 s
 * @param consumers threads that read the outbox; default 2
 * @param group that reads it; default {@code notifier-send}
 */
@Validated
@ConfigurationProperties("waybill.notifier.channel")
public record ChannelSettings(
        @NotNull URI url,
        @NotBlank @DefaultValue("app") String name,
        @NotNull @DurationMin(millis = 1) @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DurationMin(millis = 1) @DefaultValue("5s") Duration answerTimeout,
        @Positive @DefaultValue("16") int inFlight,
        @NotNull @DurationMin(millis = 1) @DefaultValue("1s") Duration pause,
        @NotNull @DurationMin @DefaultValue("10s") Duration stopWithin,
        @Positive @DefaultValue("2") int consumers,
        @NotBlank @DefaultValue("notifier-send") String group,
        @NotNull @Valid @DefaultValue Rate rate,
        @NotNull @Valid @DefaultValue ShopRate shopRate,
        @NotNull @Valid @DefaultValue Breaker breaker,
        @NotNull @Valid @DefaultValue Retry retry) {

    @AssertTrue(message = "the channel's url must be http or https, with a host")
    boolean isUrlOfHttp() {
        return url == null
                || (url.getHost() != null
                        && ("http".equalsIgnoreCase(url.getScheme())
                                || "https".equalsIgnoreCase(url.getScheme())));
    }

    @AssertTrue(message = "the longest wait of a retry must not be shorter than the first")
    boolean isRetryGrowing() {
        return retry == null
                || retry.first() == null
                || retry.longest() == null
                || retry.first().compareTo(retry.longest()) <= 0;
    }

    /**
     * How many attempts may begin.
     *
     * @param limit attempts a period; default 50
     * @param every the period; default 1 s
     */
    public record Rate(
            @Positive @DefaultValue("50") int limit,
            @NotNull @DurationMin(millis = 1) @DefaultValue("1s") Duration every) {}

    /**
     * How many attempts of one shop may begin. While a shop is over it, the messages behind its own
     * wait too.
     *
     * @param limit attempts a period; default 20
     * @param every the period; default 1 s
     */
    public record ShopRate(
            @Positive @DefaultValue("20") int limit,
            @NotNull @DurationMin(millis = 1) @DefaultValue("1s") Duration every) {}

    /**
     * When the channel counts as down.
     *
     * @param window the attempts looked at; default 20
     * @param atLeast judged from so many on; default 5
     * @param failing percent of failures that open it; default 50
     * @param open how long it is left alone; default 10 s
     * @param trials attempts that then find out; default 3
     */
    public record Breaker(
            @Positive @DefaultValue("20") int window,
            @Positive @DefaultValue("5") int atLeast,
            @Min(1) @Max(100) @DefaultValue("50") int failing,
            @NotNull @DurationMin(millis = 1) @DefaultValue("10s") Duration open,
            @Positive @DefaultValue("3") int trials) {}

    /**
     * Again, but only after an answer that says "not taken".
     *
     * @param attempts at the most; default 20
     * @param first wait, doubled each time; default 500 ms
     * @param longest wait, also where the channel asks for a longer one; default 30 s
     */
    public record Retry(
            @Positive @DefaultValue("20") int attempts,
            @NotNull @DurationMin(millis = 1) @DefaultValue("500ms") Duration first,
            @NotNull @DurationMin(millis = 1) @DefaultValue("30s") Duration longest) {}
}
