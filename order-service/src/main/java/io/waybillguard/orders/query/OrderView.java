package io.waybillguard.orders.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.types.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything known of one order. */
public record OrderView(
        @JsonUnwrapped OrderSummary summary,
        List<OrderLine> lines,
        @Nullable Region destination,
        boolean crossBorder,
        List<ParcelView> parcels,
        List<CaseView> cases,
        List<NoticeView> notices) {}
