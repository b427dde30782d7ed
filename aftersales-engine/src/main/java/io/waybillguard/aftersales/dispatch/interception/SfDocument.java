package io.waybillguard.aftersales.dispatch.interception;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Already;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Cancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotCancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.json.EventJson;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What is sent to SF (顺丰, {@code EXP_RECE_WANTED_INTERCEPT}) and read from it. */
final class SfDocument {

    /** Stands before its codes in reasons. */
    static final String PREFIX = "SF";

    /** Of the platform before its services, and of the service; the latter are not confirmed. */
    static final Map<String, Meaning> CODES =
            Map.of(
                    "S0000", Meaning.ACCEPTED,
                    "A1005", Meaning.UNKNOWN,
                    "A1007", Meaning.ALREADY,
                    "A1009", Meaning.UNKNOWN,
                    "A1011", Meaning.UNKNOWN,
                    "A1099", Meaning.UNKNOWN,
                    "S0001", Meaning.UNKNOWN);

    private static final String HEARD = "A1000";
    private static final String SERVICE = "EXP_RECE_WANTED_INTERCEPT";
    private static final String BACK_TO_THE_SENDER = "2";
    private static final String SENDER = "1";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));

    private SfDocument() {}

    /**
     * What is to be done.
     *
     * @param orderId our order: to come back with the callback
     * @param serviceCode 2: back
     * @param role 1: the sender asks
     * @param cancel whether an earlier one is to be forgotten
     */
    @JsonPropertyOrder({
        "waybillNo",
        "orderId",
        "serviceCode",
        "role",
        "payMode",
        "monthlyCardNo",
        "deliverDate",
        "cancel"
    })
    record Message(
            String waybillNo,
            String orderId,
            String serviceCode,
            String role,
            String payMode,
            String monthlyCardNo,
            String deliverDate,
            boolean cancel) {}

    /** What the platform before the services answers; the service's own answer is JSON in it. */
    record Answer(@Nullable String apiResultCode, @Nullable String apiResultData) {}

    /** What the service answers. */
    record Result(@Nullable Boolean success, @Nullable String errorCode) {}

    /** The signed form that asks to bring the parcel back, or to let it go on. */
    static Form message(
            GatewaySettings settings, InterceptionCommand command, boolean cancel, Instant now) {
        Message message =
                new Message(
                        command.parcel().waybill(),
                        command.orderId().value(),
                        BACK_TO_THE_SENDER,
                        SENDER,
                        settings.account().getOrDefault("pay-mode", "4"),
                        settings.ofAccount("monthly-card"),
                        DATE.format(now),
                        cancel);
        String text = EventJson.mapper().writeValueAsString(message);
        String time = Long.toString(now.toEpochMilli());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("partnerID", settings.key());
        fields.put("requestID", command.interceptionId() + (cancel ? "-cancel" : ""));
        fields.put("serviceCode", SERVICE);
        fields.put("timestamp", time);
        fields.put("msgDigest", digest(text, time, settings.secret()));
        fields.put("msgData", text);
        return new Form(fields);
    }

    /** Its signature: of the text as it stands in a form. */
    static String digest(String text, String time, String secret) {
        return Digest.base64(Form.encoded(text + time + secret));
    }

    /** What {@code answer} says to the request. */
    static CourierAnswer.ToRequest taken(Answer answer, Map<String, Meaning> codes) {
        String code = answer.apiResultCode();
        if (!HEARD.equals(code)) {
            return Meaning.in(codes, code, Meaning.REFUSED).of(PREFIX, String.valueOf(code));
        }
        try {
            Result result =
                    EventJson.mapper()
                            .readValue(String.valueOf(answer.apiResultData()), Result.class);
            return result == null ? new NothingKnown("no-result") : taken(result, codes);
        } catch (JacksonException e) {
            return new NothingKnown("no-result");
        }
    }

    private static CourierAnswer.ToRequest taken(Result result, Map<String, Meaning> codes) {
        if (result.success() == null) {
            return new NothingKnown("no-result");
        }
        Meaning otherwise = result.success() ? Meaning.ACCEPTED : Meaning.REFUSED;
        String code = result.errorCode() == null ? "" : result.errorCode();
        return Meaning.in(codes, code, otherwise).of(PREFIX, code);
    }

    /** What {@code answer} says to the cancellation. */
    static CourierAnswer.ToCancellation cancelled(Answer answer, Map<String, Meaning> codes) {
        return switch (taken(answer, codes)) {
            case Known(Standing.Failed(var reason), _) -> new NotCancelled(reason);
            case Known _, Already _ -> new Cancelled();
            case CourierAnswer.Silence silence -> silence;
        };
    }
}
