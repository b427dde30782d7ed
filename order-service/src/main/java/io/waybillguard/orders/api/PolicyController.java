package io.waybillguard.orders.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.command.Done;
import io.waybillguard.orders.command.PolicyDesk;
import io.waybillguard.orders.command.RefusedException;
import io.waybillguard.orders.order.RefusalCode;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shops' policies over HTTP. */
@Tag(name = "Policies")
@RestController
@RequestMapping("/shops/{shopId}/policy")
class PolicyController {
    private final PolicyDesk desk;
    private final Answers<PolicyView> answers =
            new Answers<>(this::present, Documented.AcceptedPolicy::new);

    PolicyController(PolicyDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Set the shop's whole policy, under a rising version")
    @Documented.PolicyAnswer
    @PutMapping
    ResponseEntity<Object> set(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String shopId,
            @Valid @RequestBody PolicyBody body) {
        ShopId shop = shop(shopId);
        if (body.shopId() != null && !body.shopId().equals(shopId)) {
            throw new InvalidFieldException("shopId", "is not the shop of the address");
        }
        Done done = desk.set(caller, body.of(shop), body.version());
        return answers.changed(done, caller, shopId);
    }

    private Optional<PolicyView> present(Caller caller, String shopId) {
        return Optional.of(PolicyView.of(desk.get(caller, shop(shopId))));
    }

    @Operation(summary = "The shop's policy; version 0 where nothing was ever set")
    @GetMapping
    PolicyView get(@AuthenticationPrincipal Caller caller, @PathVariable String shopId) {
        return PolicyView.of(desk.get(caller, shop(shopId)));
    }

    private static ShopId shop(String id) {
        try {
            return new ShopId(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.SHOP_UNKNOWN, "no such shop");
        }
    }
}
