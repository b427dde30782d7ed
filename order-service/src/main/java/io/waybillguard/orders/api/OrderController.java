package io.waybillguard.orders.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.command.Done;
import io.waybillguard.orders.command.OrderDesk;
import io.waybillguard.orders.command.RefusedException;
import io.waybillguard.orders.order.RefusalCode;
import io.waybillguard.orders.query.OrderQueries;
import io.waybillguard.orders.query.OrderSummary;
import io.waybillguard.orders.query.OrderView;
import io.waybillguard.orders.query.Page;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. */
@Tag(name = "Orders")
@RestController
@RequestMapping("/orders")
class OrderController {
    private final OrderDesk desk;
    private final OrderQueries orders;
    private final Pages pages;
    private final Answers<OrderView> answers =
            new Answers<>(this::seen, Documented.AcceptedOrder::new);

    OrderController(OrderDesk desk, OrderQueries orders, Pages pages) {
        this.desk = desk;
        this.orders = orders;
        this.pages = pages;
    }

    @Operation(summary = "Place an order; the same id and body again change nothing")
    @Documented.OrderCreated
    @Documented.OrderAnswer
    @PostMapping
    ResponseEntity<Object> place(
            @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody OrderBodies.PlaceOrder body) {
        String id = body.orderId() == null ? UUID.randomUUID().toString() : body.orderId();
        Done done = desk.place(caller, body.event(id, desk.now()));
        return answers.created(done, caller, id, URI.create("/orders/" + id));
    }

    @Operation(summary = "The buyer paid; the platform says it")
    @Documented.OrderAnswer
    @PostMapping("/{id}/payment")
    ResponseEntity<Object> pay(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody OrderBodies.Pay body) {
        return answers.changed(desk.pay(caller, id, Money.fen(body.paidFen())), caller, id);
    }

    @Operation(summary = "A parcel of the order is on its way; one call a parcel")
    @Documented.OrderAnswer
    @PostMapping("/{id}/shipments")
    ResponseEntity<Object> ship(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody OrderBodies.Ship body) {
        String service = body.service() == null ? "" : body.service();
        return answers.changed(
                desk.ship(
                        caller,
                        id,
                        body.parcel(),
                        service,
                        body.platformWaybill(),
                        body.shippedAt()),
                caller,
                id);
    }

    @Operation(summary = "The parcel is not the order's: a wrong number, or called back")
    @Documented.OrderAnswer
    @DeleteMapping("/{id}/shipments/{courier}/{waybill}")
    ResponseEntity<Object> cancelShipment(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String courier,
            @PathVariable String waybill) {
        return answers.changed(
                desk.cancelShipment(caller, id, parcel(courier, waybill)), caller, id);
    }

    private static ParcelId parcel(String courier, String waybill) {
        try {
            return new ParcelId(new CourierCode(courier), waybill);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.PARCEL_UNKNOWN, "no such parcel");
        }
    }

    @Operation(summary = "The buyer confirmed the receipt; the platform says it")
    @Documented.OrderAnswer
    @PostMapping("/{id}/receipt")
    ResponseEntity<Object> receive(
            @AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answers.changed(desk.receive(caller, id), caller, id);
    }

    @Operation(summary = "The order ends unfinished")
    @Documented.OrderAnswer
    @PostMapping("/{id}/closure")
    ResponseEntity<Object> close(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Valid @RequestBody OrderBodies.Close body) {
        return answers.changed(desk.close(caller, id, body.reason()), caller, id);
    }

    @Operation(
            summary = "An order with its parcels, timelines, stalls, cases and messages",
            description = "Every decision comes with its whole explanation.")
    @GetMapping("/{id}")
    OrderView find(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return seen(caller, id)
                .orElseThrow(
                        () -> new RefusedException(RefusalCode.ORDER_UNKNOWN, "no such order"));
    }

    @Operation(summary = "Orders, the latest first; a shop sees its own")
    @GetMapping
    Page<OrderSummary> page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size) {
        return orders.page(caller.listed(shop), pages.of(page, size));
    }

    private Optional<OrderView> seen(Caller caller, String id) {
        return orders.find(id).filter(order -> caller.sees(new ShopId(order.summary().shopId())));
    }
}
