package io.waybillguard.aftersales.dispatch.interception;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.json.EventJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent to Kuaidi100 (快递100, {@code interceptOrder}) and read from it. */
final class Kuaidi100Document {

    /** Stands before its codes in reasons. */
    static final String PREFIX = "KUAIDI100";

    /** Of a courier that it does not serve: it is not even asked. */
    static final Known NOT_SERVED = new Known(new Standing.Failed("COURIER_NOT_SERVED"), null);

    /** Its interfaces share these; what its interception says beside them is not confirmed. */
    static final Map<String, Meaning> CODES =
            Map.of(
                    "200", Meaning.ACCEPTED,
                    "500", Meaning.UNKNOWN,
                    "501", Meaning.UNKNOWN,
                    "502", Meaning.UNKNOWN);

    private Kuaidi100Document() {}

    /**
     * What is to be done.
     *
     * @param kuaidicom the courier, as Kuaidi100 calls it
     * @param orderId whatever identifies the request: our interception's id
     * @param salt the callback is signed with
     */
    @JsonPropertyOrder({
        "callbackUrl",
        "kuaidicom",
        "kuaidinum",
        "partnerId",
        "partnerKey",
        "partnerSecret",
        "net",
        "code",
        "orderId",
        "reason",
        "interceptType",
        "interceptPayType",
        "orderRole",
        "salt"
    })
    record Param(
            String callbackUrl,
            String kuaidicom,
            String kuaidinum,
            String partnerId,
            String partnerKey,
            String partnerSecret,
            String net,
            String code,
            String orderId,
            String reason,
            String interceptType,
            String interceptPayType,
            int orderRole,
            String salt) {}

    /** What it answers. */
    record Answer(@Nullable Boolean result, @Nullable String returnCode) {}

    /** The signed form that asks to bring the parcel back to the sender, whose account pays. */
    static Form request(
            GatewaySettings settings,
            String courier,
            InterceptionCommand command,
            String callback,
            Instant now) {
        Param param =
                new Param(
                        callback,
                        courier,
                        command.parcel().waybill(),
                        settings.ofAccount("partner-id"),
                        settings.ofAccount("partner-key"),
                        settings.ofAccount("partner-secret"),
                        settings.ofAccount("net"),
                        settings.ofAccount("code"),
                        command.interceptionId().value(),
                        "买家申请退款",
                        "RETURN_SEND_ADDR",
                        "MONTHLY",
                        1,
                        salt(
                                settings,
                                command.orderId().value(),
                                command.interceptionId().value(),
                                command.parcel().waybill()));
        String text = EventJson.mapper().writeValueAsString(param);
        String time = Long.toString(now.toEpochMilli());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("method", "interceptOrder");
        fields.put("key", settings.key());
        fields.put("sign", Digest.upperHex(text + time + settings.key() + settings.secret()));
        fields.put("t", time);
        fields.put("param", text);
        return new Form(fields);
    }

    /** One salt for each request: a callback of one cannot be replayed as another's. */
    static String salt(GatewaySettings settings, String order, String request, String waybill) {
        return Digest.salt(settings.secret(), order + "\n" + request + "\n" + waybill);
    }

    /** What {@code answer} says to the request. */
    static CourierAnswer.ToRequest taken(Answer answer, Map<String, Meaning> codes) {
        String code = answer.returnCode();
        Meaning otherwise =
                Boolean.FALSE.equals(answer.result()) ? Meaning.REFUSED : Meaning.UNKNOWN;
        return Meaning.in(codes, code, otherwise).of(PREFIX, String.valueOf(code));
    }
}
