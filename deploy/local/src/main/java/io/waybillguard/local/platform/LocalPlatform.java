package io.waybillguard.local.platform;

import io.waybillguard.events.topics.TopicCreation;
import io.waybillguard.events.topics.TopicMismatchException;
import io.waybillguard.events.topics.TopicSettings;
import io.waybillguard.events.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The whole platform on this machine: broker, sandboxes, topics, services, in this order. */
final class LocalPlatform implements AutoCloseable {

    private final PlatformOptions options;
    private final Progress progress;
    private final RunningParts parts = new RunningParts();
    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();

    LocalPlatform(PlatformOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Starts everything; call it once.
     *
     * @throws StartFailed when something does not come up; {@link #close} then stops what did
     */
    Endpoints start() throws InterruptedException {
        requireBuilt();
        DataFolder folder =
                parts.foundation(() -> DataFolder.open(options.data(), options.fresh()));
        Integer portBase = options.portBase();
        Ports ports = portBase == null ? Ports.free(new SecureRandom()) : Ports.fixed(portBase);
        String secret = newSecret();
        System.setProperty("java.io.tmpdir", folder.temporary().toString());
        JavaCommand java = JavaCommand.ofThisJdk(options.root(), folder.temporary());
        startBroker(folder, ports, java);
        parts.foundation(() -> Sandboxes.start(ports, folder, options.paymentKeysKept(), secret));
        progress.done("sandboxes");
        startServices(folder, ports, java, new ServiceSettings(ports, folder, options, secret));
        return endpoints(ports, folder.logs());
    }

    /** The processes that were started. */
    List<ManagedProcess> processes() {
        return List.copyOf(processes);
    }

    /** Whether it is being stopped, or was. */
    boolean isStopping() {
        return parts.isClosed();
    }

    /** Stops everything: the services first, then what they need. */
    @Override
    public void close() {
        if (!parts.isClosed() && !processes.isEmpty()) {
            progress.stopping();
        }
        parts.close();
    }

    private void requireBuilt() {
        List<Path> jars = new ArrayList<>();
        jars.add(LauncherJar.jar(options.root()));
        jars.add(LauncherJar.parentWatch(options.root()));
        for (Service service : Service.values()) {
            jars.add(service.jar(options.root()));
        }
        for (Path jar : jars) {
            if (!Files.exists(jar)) {
                throw new StartFailed(jar + " is missing: build it with mvn package");
            }
        }
    }

    private void startBroker(DataFolder folder, Ports ports, JavaCommand java)
            throws InterruptedException {
        Broker broker = new Broker(folder.kafka(), ports);
        broker.prepare();
        List<String> command = broker.command(java, LauncherJar.jar(options.root()));
        ManagedProcess process =
                parts.foundationProcess(() ->
                        ManagedProcess.start(Broker.NAME, command, folder.logs(), folder.kafka()));
        folder.remember(process);
        processes.add(process);
        Readiness.await(process, deadline(), broker::isListening);
        progress.done("broker");
        createTopics(broker, process);
    }

    private void createTopics(Broker broker, ManagedProcess process) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            int made =
                    new TopicCreation(admin, new TopicSettings(ServiceSettings.PARTITIONS, 1))
                            .ensure(Topics.all())
                            .size();
            progress.done("topics (" + made + " made)");
        } catch (TopicMismatchException e) {
            throw new StartFailed(e.getMessage() + "; start with --fresh to make them anew", e);
        } catch (KafkaException e) {
            throw process.failure("did not make the topics (" + e.getMessage() + ")");
        }
    }

    private void startServices(
            DataFolder folder, Ports ports, JavaCommand java, ServiceSettings settings)
            throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Map<ManagedProcess, BooleanSupplier> started = new LinkedHashMap<>();
            for (Service service : Service.values()) {
                ManagedProcess process = startService(service, folder, java, settings);
                URI base = ports.url(service.port());
                started.put(process, () -> Readiness.saysReady(http, base));
            }
            Readiness.awaitAll(
                    started, options.startWithin(), process -> progress.done(process.name()));
        }
    }

    private ManagedProcess startService(
            Service service, DataFolder folder, JavaCommand java, ServiceSettings settings) {
        List<String> command =
                java.of(
                        service.jar(options.root()),
                        "org.springframework.boot.loader.launch.JarLauncher",
                        service.heapMegabytes(),
                        List.of(),
                        settings.argumentsOf(service));
        ManagedProcess process =
                parts.service(() -> ManagedProcess.start(service.module(), command, folder.logs()));
        folder.remember(process);
        processes.add(process);
        return process;
    }

    private long deadline() {
        return System.nanoTime() + options.startWithin().toNanos();
    }

    static Endpoints endpoints(Ports ports, Path logs) {
        return new Endpoints(
                "127.0.0.1:" + ports.of(Port.BROKER),
                ports.url(Port.TRACKER),
                ports.url(Port.ENGINE),
                ports.url(Port.NOTIFIER),
                ports.url(Port.ORDERS),
                ports.url(Port.PAYMENT),
                ports.url(Port.COURIERS),
                ports.url(Port.CHANNEL),
                ServiceSettings.ORDERS_TOKEN,
                ServiceSettings.SIGNED_ACCOUNT,
                ServiceSettings.SALT,
                logs);
    }

    private static String newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
