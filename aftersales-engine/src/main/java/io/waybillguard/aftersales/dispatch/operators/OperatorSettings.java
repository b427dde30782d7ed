package io.waybillguard.aftersales.dispatch.operators;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The platform's people. Without any token every call is turned away.
 *
 * @param tokens as they come after {@code Bearer }; more than one while they are being changed
 */
@Validated
@ConfigurationProperties("waybill.engine.operators")
record OperatorSettings(@DefaultValue List<@NotBlank String> tokens) {

    /** Tells how many, never which. */
    @Override
    public String toString() {
        return "OperatorSettings[tokens=" + tokens.size() + "]";
    }
}
