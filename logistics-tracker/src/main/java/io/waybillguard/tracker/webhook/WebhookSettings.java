package io.waybillguard.tracker.webhook;

import io.waybillguard.tracker.provider.Account;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Whose webhooks are taken.
 *
 * @param accounts at providers; none by default
 * @param maxBody the longest body; default 1000 KB, which is also the most: with key and headers it
 *     must fit into a Kafka record of 1 MiB
 * @param maxLines the most lines of a push; default 1000
 * @param lineMemory how much of the latest lines of each provider is remembered with what they
 *     mean; default 16 MB, at most 1 GB; none reads each line anew
 * @param answerWithin the longest a provider waits for its answer; default 3 s, at most a minute
 * @param kuaidi100 what is particular to Kuaidi100
 * @param zones by provider: the zone of times that name none; default Asia/Shanghai for Chinese
 *     providers, UTC for the others
 */
@Validated
@ConfigurationProperties("waybill.tracker")
public record WebhookSettings(
        @DefaultValue List<@Valid @NotNull KnownAccount> accounts,
        @NotNull @DefaultValue("1000KB") DataSize maxBody,
        @Min(1) @Max(100_000) @DefaultValue("1000") int maxLines,
        @NotNull @DefaultValue("16MB") DataSize lineMemory,
        @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1) @DefaultValue("3s")
                Duration answerWithin,
        @Valid @NotNull @DefaultValue Kuaidi100Settings kuaidi100,
        @DefaultValue Map<String, @NotNull ZoneId> zones) {

    private static final DataSize LONGEST = DataSize.ofKilobytes(1000);
    private static final DataSize MOST_MEMORY = DataSize.ofGigabytes(1);

    @AssertTrue(message = "max-body must lie between 1 byte and 1000 KB")
    boolean isMaxBodyInRange() {
        return maxBody.toBytes() > 0 && maxBody.compareTo(LONGEST) <= 0;
    }

    @AssertTrue(message = "line-memory must lie between nothing and 1 GB")
    boolean isLineMemoryInRange() {
        return !lineMemory.isNegative() && lineMemory.compareTo(MOST_MEMORY) <= 0;
    }

    /**
     * One account: with secrets, or told to be unsigned, never both and never neither.
     *
     * @param provider in any case
     * @param account as it stands in the address its webhooks go to: letters, digits, {@code . _ -}
     * @param secrets any of them may have signed: one, or two while one replaces the other
     * @param unsigned taken without a signature; default false
     */
    public record KnownAccount(
            @NotNull @Pattern(regexp = NAME) String provider,
            @NotNull @Pattern(regexp = NAME) String account,
            @Size(max = 8) @DefaultValue List<@NotBlank String> secrets,
            @DefaultValue("false") boolean unsigned) {

        private static final String NAME = "[A-Za-z0-9._-]{1,64}";

        @AssertTrue(message = "an account has secrets, or is unsigned")
        boolean isSignedOrNot() {
            return secrets.isEmpty() == unsigned;
        }

        Account known() {
            return new Account(provider.toLowerCase(Locale.ROOT), account, secrets, unsigned);
        }

        /** Never the secrets. */
        @Override
        public String toString() {
            return provider + "/" + account;
        }
    }

    /**
     * Kuaidi100.
     *
     * @param zone of its times; default Asia/Shanghai
     */
    public record Kuaidi100Settings(@NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {}
}
