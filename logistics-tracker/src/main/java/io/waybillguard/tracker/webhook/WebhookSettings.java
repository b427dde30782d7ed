package io.waybillguard.tracker.webhook;

import io.waybillguard.tracker.provider.Account;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Whose webhooks are taken.
 *
 * @param accounts at providers; none by default
 * @param maxBody the longest body; default 1 MB
 * @param answerWithin the longest a provider waits for its answer; default 3 s
 * @param kuaidi100 what is particular to Kuaidi100
 */
@Validated
@ConfigurationProperties("waybill.tracker")
public record WebhookSettings(
        @Valid @DefaultValue List<KnownAccount> accounts,
        @NotNull @DefaultValue("1MB") DataSize maxBody,
        @NotNull @DefaultValue("3s") Duration answerWithin,
        @NotNull @DefaultValue Kuaidi100Settings kuaidi100) {

    /**
     * One account.
     *
     * @param account as it stands in the address its webhooks go to
     * @param secrets any of them may have signed
     * @param unsigned taken without a signature; default false
     */
    public record KnownAccount(
            @NotBlank String provider,
            @NotBlank String account,
            @DefaultValue List<String> secrets,
            @DefaultValue("false") boolean unsigned) {

        Account account(String lowerCaseProvider) {
            return new Account(lowerCaseProvider, account, secrets, unsigned);
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
