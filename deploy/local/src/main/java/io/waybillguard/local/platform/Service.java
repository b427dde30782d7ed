package io.waybillguard.local.platform;

import java.nio.file.Path;

/** One of the four services. */
enum Service {
    TRACKER("logistics-tracker", 192, Port.TRACKER),
    ENGINE("aftersales-engine", 160, Port.ENGINE),
    NOTIFIER("notifier", 160, Port.NOTIFIER),
    ORDERS("order-service", 160, Port.ORDERS);

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final String module;
    private final int heapMegabytes;
    private final Port port;

    Service(String module, int heapMegabytes, Port port) {
        this.module = module;
        this.heapMegabytes = heapMegabytes;
        this.port = port;
    }

    /** Its module's folder and artifact, and the name of its log. */
    String module() {
        return module;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    Port port() {
        return port;
    }

    /** Its jar, as the build leaves it. */
    Path jar(Path root) {
        return root.resolve(module)
                .resolve("target")
                .resolve(module + "-" + VERSION + "-service.jar");
    }
}
