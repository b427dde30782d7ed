package io.waybillguard.orders.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waybillguard.orders.query.CaseView;
import io.waybillguard.orders.query.OrderView;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Answers as the API's description shows them. */
final class Documented {
    private static final String NEW = "Done for the first time: the new state";
    private static final String STATE = "The new state; for a repeat, the present one";
    private static final String ACCEPTED =
            "Said, and not to be read back yet: what is known, or the id alone";

    private Documented() {}

    /** Said, though nothing of it can be read yet. */
    record AcceptedOrder(String orderId) {}

    /** Said, though nothing of it can be read yet. */
    record AcceptedRefund(String refundId) {}

    /** Said, though nothing of it can be read yet. */
    record AcceptedPolicy(String shopId) {}

    /**
     * Every error.
     *
     * @param code one of a few fixed words
     * @param errors the fields that are not valid, where some are not
     */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            List<FieldError> errors) {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "201",
            description = NEW,
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @interface OrderCreated {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "201",
            description = NEW,
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    @interface CaseCreated {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = STATE,
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "202",
            description = ACCEPTED,
            content = @Content(schema = @Schema(oneOf = {OrderView.class, AcceptedOrder.class})))
    @interface OrderAnswer {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = STATE,
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    @ApiResponse(
            responseCode = "202",
            description = ACCEPTED,
            content = @Content(schema = @Schema(oneOf = {CaseView.class, AcceptedRefund.class})))
    @interface CaseAnswer {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = STATE,
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @ApiResponse(
            responseCode = "202",
            description = ACCEPTED,
            content = @Content(schema = @Schema(oneOf = {PolicyView.class, AcceptedPolicy.class})))
    @interface PolicyAnswer {}
}
