package io.waybillguard.aftersales.dispatch.interception;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Already;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Cancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotCancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.events.interception.InterceptionCommand;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent to ZTO (中通) and read from it. */
final class ZtoDocument {

    /** Stands before its codes in reasons. */
    static final String PREFIX = "ZTO";

    static final String CREATE = "zto.open.createIntercept";
    static final String CANCEL = "zto.open.cancelIntercept";
    static final String QUERY = "zto.open.queryInterceptAndReturnStatus";

    /** All but the first are not confirmed; what else it refuses with is a refusal. */
    static final Map<String, Meaning> CODES =
            Map.of(
                    "SYS000", Meaning.ACCEPTED,
                    "SYS001", Meaning.UNKNOWN,
                    "SYS999", Meaning.UNKNOWN,
                    "INTERCEPT_EXISTS", Meaning.ALREADY);

    private static final String TO_THE_SENDER = "2";

    private ZtoDocument() {}

    /**
     * What is to be done.
     *
     * @param requestId our interception's id, for ever
     * @param thirdBizNo our order's id: it comes back with the callback
     * @param destinationType 2: to the sender
     */
    @JsonPropertyOrder({"billCode", "requestId", "thirdBizNo", "destinationType", "customerId"})
    record Intercept(
            String billCode,
            String requestId,
            String thirdBizNo,
            String destinationType,
            String customerId) {}

    /** Which request is meant. */
    @JsonPropertyOrder({"billCode", "requestId", "thirdBizNo"})
    record Which(String billCode, String requestId, String thirdBizNo) {
        static Which of(InterceptionCommand command) {
            return new Which(
                    command.parcel().waybill(),
                    command.interceptionId().value(),
                    command.orderId().value());
        }
    }

    /** What it answers. */
    record Answer(@Nullable Boolean status, @Nullable String statusCode, @Nullable Told result) {
        boolean isYes() {
            return Boolean.TRUE.equals(status);
        }
    }

    /**
     * Where a request stands.
     *
     * @param statusName in words; the number beside it is not confirmed, and not read
     */
    record Told(
            @Nullable String billCode,
            @Nullable String requestId,
            @Nullable String thirdBizNo,
            @Nullable String statusName) {

        /** Nothing in it says that it is about another parcel or request. */
        boolean isAbout(InterceptionCommand command) {
            return isOrMissing(billCode, command.parcel().waybill())
                    && isOrMissing(requestId, command.interceptionId().value())
                    && isOrMissing(thirdBizNo, command.orderId().value());
        }

        private static boolean isOrMissing(@Nullable String told, String meant) {
            return told == null || told.equals(meant);
        }
    }

    static Intercept request(GatewaySettings settings, InterceptionCommand command) {
        return new Intercept(
                command.parcel().waybill(),
                command.interceptionId().value(),
                command.orderId().value(),
                TO_THE_SENDER,
                settings.ofAccount("customer-id"));
    }

    /** What {@code answer} says to the request. */
    static CourierAnswer.ToRequest taken(Answer answer, Map<String, Meaning> codes) {
        return meaning(answer, codes).of(PREFIX, String.valueOf(answer.statusCode()));
    }

    /** What {@code answer} says to the question about {@code command}. */
    static CourierAnswer.ToQuestion found(Answer answer, InterceptionCommand command) {
        Told told = answer.result();
        if (!answer.isYes()) {
            return new NothingKnown(
                    "code-" + Meaning.reason(PREFIX, String.valueOf(answer.statusCode())));
        }
        if (told == null || told.statusName() == null) {
            return new NeverSeen();
        }
        return told.isAbout(command)
                ? StandingWords.in(told.statusName())
                        .<CourierAnswer.ToQuestion>map(standing -> new Known(standing, null))
                        .orElseGet(() -> new NothingKnown("status-unknown"))
                : new NothingKnown("about-another");
    }

    /** What {@code answer} says to the cancellation. */
    static CourierAnswer.ToCancellation cancelled(Answer answer, Map<String, Meaning> codes) {
        return switch (taken(answer, codes)) {
            case Known(Standing.Failed(var reason), _) -> new NotCancelled(reason);
            case Known _, Already _ -> new Cancelled();
            case CourierAnswer.Silence silence -> silence;
        };
    }

    private static Meaning meaning(Answer answer, Map<String, Meaning> codes) {
        Meaning otherwise =
                answer.status() == null
                        ? Meaning.UNKNOWN
                        : answer.isYes() ? Meaning.ACCEPTED : Meaning.REFUSED;
        return Meaning.in(codes, answer.statusCode(), otherwise);
    }
}
