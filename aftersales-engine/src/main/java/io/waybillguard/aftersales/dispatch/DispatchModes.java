package io.waybillguard.aftersales.dispatch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who carries commands out. Bound in any case, so that a misspelt mode stops the start instead of
 * leaving commands to nobody.
 */
@ConfigurationProperties("waybill.engine")
public record DispatchModes(@DefaultValue By payout, @DefaultValue By interception) {

    /**
     * Who carries commands of one kind out.
     *
     * @param mode default {@code http}
     */
    public record By(@DefaultValue("http") Mode mode) {
        /** Whether it is not this service. */
        public boolean isOthers() {
            return mode == Mode.TOPIC;
        }
    }

    /** The ways. */
    public enum Mode {
        /** This service, over HTTP. */
        HTTP,
        /** Somebody else, who reads the commands' topic and writes the results'. */
        TOPIC
    }
}
