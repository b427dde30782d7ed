package io.waybillguard.local.platform;

/** Everything that listens, and its distance from the first port. */
enum Port {
    ORDERS(0),
    TRACKER(1),
    ENGINE(2),
    NOTIFIER(3),
    PAYMENT(4),
    COURIERS(5),
    CHANNEL(6),
    BROKER(7),
    CONTROLLER(8);

    private final int offset;

    Port(int offset) {
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
