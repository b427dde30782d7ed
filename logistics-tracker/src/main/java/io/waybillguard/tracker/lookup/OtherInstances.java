package io.waybillguard.tracker.lookup;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.stream.Sought;
import io.waybillguard.tracker.stream.Sought.Elsewhere;
import io.waybillguard.tracker.stream.Sought.Found;
import io.waybillguard.tracker.stream.Sought.NotNow;
import io.waybillguard.tracker.stream.Sought.Unknown;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks other instances for what they have. An instance that is asked by another asks no third. */
final class OtherInstances implements AutoCloseable {

    /** Marks what one instance asks another. */
    static final String FORWARDED = "Waybill-Forwarded";

    private static final Logger log = LoggerFactory.getLogger(OtherInstances.class);

    private final HttpClient http;
    private final RestClient client;

    OtherInstances(Duration connectWithin, Duration answerWithin) {
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectWithin)
                        .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(answerWithin);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /** The parcel, as its owner shows it. */
    Sought<ParcelView> parcel(Elsewhere<?> owner, ParcelId id) {
        return ask(
                uri(owner)
                        .path("/parcels/{courier}/{waybill}")
                        .encode()
                        .buildAndExpand(id.courier().value(), id.waybill())
                        .toUri(),
                ParcelView.class);
    }

    /** Which parcels the order has, as its owner knows them. */
    Sought<ShipmentsView> shipments(Elsewhere<?> owner, OrderId order) {
        return ask(
                uri(owner)
                        .path("/shipments")
                        .queryParam("order", "{order}")
                        .encode()
                        .buildAndExpand(order.value())
                        .toUri(),
                ShipmentsView.class);
    }

    private static UriComponentsBuilder uri(Elsewhere<?> owner) {
        return UriComponentsBuilder.fromUri(owner.address());
    }

    private <T> Sought<T> ask(URI uri, Class<T> type) {
        try {
            return client.get()
                    .uri(uri)
                    .header(FORWARDED, "1")
                    .exchangeForRequiredValue((_, answer) -> read(answer, type));
        } catch (RestClientException | IllegalStateException e) {
            log.info("{} does not answer: {}", uri.getAuthority(), e.toString());
            return new NotNow<>("the instance that has it does not answer");
        }
    }

    private static <T> Sought<T> read(ConvertibleClientHttpResponse answer, Class<T> type)
            throws IOException {
        int status = answer.getStatusCode().value();
        T value = status == 200 ? answer.bodyTo(type) : null;
        if (value != null) {
            return new Found<>(value);
        }
        return status == 404 && isOurs(answer)
                ? new Unknown<>()
                : new NotNow<>("the instance that has it answers " + status);
    }

    /** Whoever else listens at the address by now knows no parcel either: that says nothing. */
    private static boolean isOurs(ClientHttpResponse answer) {
        @Nullable String mark = answer.getHeaders().getFirst(FORWARDED);
        return mark != null;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
