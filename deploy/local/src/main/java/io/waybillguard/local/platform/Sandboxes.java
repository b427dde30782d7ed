package io.waybillguard.local.platform;

import io.waybillguard.local.sandbox.ChannelSandbox;
import io.waybillguard.local.sandbox.CourierSandbox;
import io.waybillguard.local.sandbox.CourierTerms;
import io.waybillguard.local.sandbox.PaymentSandbox;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/** The outside world. */
record Sandboxes(PaymentSandbox payment, CourierSandbox couriers, ChannelSandbox channel)
        implements AutoCloseable {

    private static final Duration COURIERS_NEED = Duration.ofSeconds(2);
    private static final Duration CALLBACK_PAUSE = Duration.ofSeconds(1);

    static Sandboxes start(
            Ports ports, DataFolder folder, Duration paymentKeysKept, String callbackSecret) {
        Clock clock = Clock.systemUTC();
        try {
            return new Sandboxes(
                    PaymentSandbox.start(
                            ports.of(Port.PAYMENT), folder.paymentBook(), paymentKeysKept, clock),
                    CourierSandbox.start(
                            ports.of(Port.COURIERS),
                            folder.courierBook(),
                            new CourierTerms(
                                    callbackSecret,
                                    COURIERS_NEED,
                                    CALLBACK_PAUSE,
                                    ports.url(Port.ENGINE).toString()),
                            clock),
                    ChannelSandbox.start(ports.of(Port.CHANNEL), folder.channelBook(), clock));
        } catch (UncheckedIOException e) {
            throw new StartFailed("the sandboxes cannot start: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        payment.close();
        couriers.close();
        channel.close();
    }
}
