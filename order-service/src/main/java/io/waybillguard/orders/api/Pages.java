package io.waybillguard.orders.api;

import io.waybillguard.orders.query.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code page} and {@code size}. */
@Component
class Pages {
    private final ApiSettings settings;

    Pages(ApiSettings settings) {
        this.settings = settings;
    }

    PageRequest of(@Nullable Integer page, @Nullable Integer size) {
        int wantedSize = size == null ? settings.size() : size;
        int wantedPage = page == null ? 0 : page;
        if (wantedSize < 1 || wantedSize > settings.maxSize()) {
            throw new InvalidFieldException("size", "must be 1 to " + settings.maxSize());
        }
        if (wantedPage < 0 || (long) wantedPage * wantedSize >= settings.maxItems()) {
            throw new InvalidFieldException(
                    "page", "must be 0 or more, within " + settings.maxItems() + " items");
        }
        return new PageRequest(wantedPage, wantedSize);
    }
}
