package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.aftersales.books.Payment;
import io.waybillguard.aftersales.dispatch.JsonRequests;
import io.waybillguard.aftersales.dispatch.NoReplyException;
import io.waybillguard.aftersales.dispatch.OutsideParty;
import io.waybillguard.aftersales.dispatch.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The payment side's list over HTTP, as {@code docs/outside-systems.md} tells it. */
final class HttpPaymentList implements PaymentList {

    private static final String UNREADABLE = "list-unreadable";

    private final OutsideParty party;
    private final JsonRequests requests;
    private final int pageSize;

    HttpPaymentList(OutsideParty party, JsonRequests requests, int pageSize) {
        this.party = party;
        this.requests = requests;
        this.pageSize = pageSize;
    }

    @Override
    public void read(LocalDate day, Consumer<Payment> payments) {
        Set<String> asked = new HashSet<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            if (!asked.add(cursor.get())) {
                throw new UnavailableException("list-goes-round");
            }
            ListDocument page = page(day, cursor.get());
            page.payments()
                    .orElseThrow(() -> new UnavailableException(UNREADABLE))
                    .forEach(payments);
            cursor = following(page.next());
        }
    }

    private static Optional<String> following(@Nullable String next) {
        return next == null || next.isBlank() ? Optional.empty() : Optional.of(next);
    }

    private ListDocument page(LocalDate day, String cursor) {
        String from =
                cursor.isEmpty()
                        ? ""
                        : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        try {
            Reply reply =
                    party.ask(requests.get("/refunds?day=" + day + "&limit=" + pageSize + from));
            if (!reply.isSuccess()) {
                throw new UnavailableException(reply.unexpected());
            }
            return reply.as(ListDocument.class)
                    .orElseThrow(() -> new UnavailableException(UNREADABLE));
        } catch (NoReplyException e) {
            throw new UnavailableException(e.why());
        }
    }
}
