package io.waybillguard.orders.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.query.Page;
import io.waybillguard.orders.query.StallFilter;
import io.waybillguard.orders.query.StallQueries;
import io.waybillguard.orders.query.StallView;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stalls over HTTP. */
@Tag(name = "Stalls")
@RestController
class StallController {
    private final StallQueries stalls;
    private final Pages pages;

    StallController(StallQueries stalls, Pages pages) {
        this.stalls = stalls;
        this.pages = pages;
    }

    @Operation(summary = "Stalls, the latest silence first; a shop sees its own")
    @GetMapping("/stalls")
    Page<StallView> page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable StallKind kind,
            @RequestParam @Nullable String courier,
            @RequestParam @Nullable StallLevel level,
            @RequestParam @Nullable StallCause cause,
            @RequestParam @Nullable Boolean active,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size) {
        StallFilter filter =
                new StallFilter(caller.listed(shop), kind, courier, level, cause, active);
        return stalls.page(filter, pages.of(page, size));
    }
}
