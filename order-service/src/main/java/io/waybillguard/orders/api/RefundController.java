package io.waybillguard.orders.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.command.Done;
import io.waybillguard.orders.command.OrderDesk;
import io.waybillguard.orders.command.RefundDesk;
import io.waybillguard.orders.command.RefusedException;
import io.waybillguard.orders.order.RefusalCode;
import io.waybillguard.orders.query.CaseFilter;
import io.waybillguard.orders.query.CaseQueries;
import io.waybillguard.orders.query.CaseSummary;
import io.waybillguard.orders.query.CaseView;
import io.waybillguard.orders.query.Page;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refund requests over HTTP. */
@Tag(name = "Refunds")
@RestController
class RefundController {
    private static final Pattern ORDER_ID = Pattern.compile(Patterns.ID);

    private final RefundDesk desk;
    private final OrderDesk orders;
    private final CaseQueries cases;
    private final Pages pages;
    private final Answers<CaseView> answers =
            new Answers<>(this::seen, Documented.AcceptedRefund::new);

    RefundController(RefundDesk desk, OrderDesk orders, CaseQueries cases, Pages pages) {
        this.desk = desk;
        this.orders = orders;
        this.cases = cases;
        this.pages = pages;
    }

    @Operation(
            summary = "The buyer asks for money back; the platform says it",
            description =
                    "Answers with the case as far as it is known; the engine decides soon after.")
    @Documented.CaseCreated
    @Documented.CaseAnswer
    @PostMapping("/orders/{orderId}/refunds")
    ResponseEntity<Object> request(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String orderId,
            @Valid @RequestBody AskingBodies.AskRefund body) {
        if (!ORDER_ID.matcher(orderId).matches()) {
            throw new RefusedException(RefusalCode.ORDER_UNKNOWN, "no such order");
        }
        AskingBodies.requireSum(body.amountFen(), body.lines());
        String id = body.refundId() == null ? UUID.randomUUID().toString() : body.refundId();
        Done done = desk.request(caller, body.event(orderId, id, orders.now()));
        return answers.created(done, caller, id, URI.create("/refunds/" + id));
    }

    @Operation(summary = "The buyer takes the request back; the platform says it")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/withdrawal")
    ResponseEntity<Object> withdraw(
            @AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answers.changed(desk.withdraw(caller, id), caller, id);
    }

    @Operation(
            summary = "The buyer asks for something else; the platform says it",
            description = "Until the money is on its way. The engine decides anew.")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/change")
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody AskingBodies.ChangeRefund body) {
        AskingBodies.requireSum(body.amountFen(), body.lines());
        return answers.changed(desk.change(caller, id, body::event), caller, id);
    }

    @Operation(
            summary = "The shop offers a part of the money, or the goods once more",
            description =
                    "While a person of the shop must act, or the buyer is to refuse the parcel or"
                            + " to send it back. The buyer has until the offer's end to answer.")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/offer")
    ResponseEntity<Object> offer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.MakeOffer body) {
        if ((body.kind() == OfferKind.PARTIAL_REFUND) != (body.amountFen() != null)) {
            throw new InvalidFieldException("amountFen", "is for a partial refund, and must be");
        }
        String offer = body.offerId() == null ? UUID.randomUUID().toString() : body.offerId();
        return answers.changed(
                desk.offer(caller, id, (refund, now) -> body.event(offer, refund, now)),
                caller,
                id);
    }

    @Operation(summary = "The shop takes its offer back")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/offer-withdrawal")
    ResponseEntity<Object> withdrawOffer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.WithdrawOffer body) {
        return answers.changed(
                desk.withdrawOffer(caller, id, new OfferId(body.offerId()), body.agent()),
                caller,
                id);
    }

    @Operation(summary = "The buyer accepts the offer; the platform says it")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/offer-acceptance")
    ResponseEntity<Object> acceptOffer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.AnswerOffer body) {
        return answers.changed(
                desk.acceptOffer(caller, id, new OfferId(body.offerId())), caller, id);
    }

    @Operation(summary = "The buyer declines the offer; the platform says it")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/offer-decline")
    ResponseEntity<Object> declineOffer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.AnswerOffer body) {
        return answers.changed(
                desk.declineOffer(caller, id, new OfferId(body.offerId())), caller, id);
    }

    @Operation(summary = "The shop agrees")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/agreement")
    ResponseEntity<Object> agree(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.ByAgent body) {
        return answers.changed(desk.agree(caller, id, body.agent()), caller, id);
    }

    @Operation(
            summary = "The shop refuses",
            description =
                    "While the parcel is to be refused by the buyer, only with proof that it could"
                            + " be neither stopped nor called back, at a web address.")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/refusal")
    ResponseEntity<Object> refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.Refuse body) {
        ActBodies.Proof proof = body.proof();
        return answers.changed(
                desk.refuse(
                        caller,
                        id,
                        body.agent(),
                        body.reason(),
                        proof == null ? null : proof.value()),
                caller,
                id);
    }

    @Operation(
            summary = "The goods are on their way back under this waybill",
            description = "by: BUYER is the platform's to say; a shop says SHOP.")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/return-waybill")
    ResponseEntity<Object> returnWaybill(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.ReturnWaybill body) {
        return answers.changed(
                desk.returnWaybill(caller, id, body.parcel(), body.by()), caller, id);
    }

    @Operation(summary = "The shop has the goods and is content")
    @Documented.CaseAnswer
    @PostMapping("/refunds/{id}/return-confirmation")
    ResponseEntity<Object> confirmReturn(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody ActBodies.ByAgent body) {
        return answers.changed(desk.confirmReturn(caller, id, body.agent()), caller, id);
    }

    @Operation(summary = "A case with its decision, explanation and every move")
    @GetMapping("/refunds/{id}")
    CaseView find(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return seen(caller, id)
                .orElseThrow(() ->
                        new RefusedException(RefusalCode.REFUND_UNKNOWN, "no such refund request"));
    }

    @Operation(
            summary = "Cases, the latest request first; a shop sees its own",
            description = "state: REQUESTED until decided, or a state of the case.")
    @GetMapping("/refunds")
    Page<CaseSummary> page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable Decision decision,
            @RequestParam @Nullable String row,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size) {
        requireState(state);
        return cases.page(
                new CaseFilter(caller.listed(shop), state, decision, row), pages.of(page, size));
    }

    private static void requireState(@Nullable String state) {
        boolean known =
                state == null
                        || state.equals(CaseSummary.REQUESTED)
                        || Arrays.stream(CaseState.values())
                                .anyMatch(it -> it.name().equals(state));
        if (!known) {
            throw new InvalidFieldException("state", "is not one of the values allowed");
        }
    }

    private Optional<CaseView> seen(Caller caller, String id) {
        return cases.find(id).filter(it -> caller.sees(new ShopId(it.summary().shopId())));
    }
}
