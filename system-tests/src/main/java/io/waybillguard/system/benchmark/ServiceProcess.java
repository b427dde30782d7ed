package io.waybillguard.system.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service, from its real jar, as a process of its own. */
final class ServiceProcess implements AutoCloseable {

    static final String TRACKER = "logistics-tracker";
    static final String ENGINE = "aftersales-engine";

    private static final Duration START_WITHIN = Duration.ofMinutes(10);

    private final Process process;
    private final Path folder;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, Path folder, URI base) {
        this.process = process;
        this.folder = folder;
        this.base = base;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param service which: its module's name
     * @param folder an existing one, of this instance alone
     * @param jvm flags of its JVM
     * @param settings {@code --name=value}
     */
    static ServiceProcess start(
            String service,
            Path root,
            Path folder,
            List<String> jvm,
            String servers,
            List<String> settings)
            throws IOException, InterruptedException {
        ServiceProcess started = launch(service, root, folder, jvm, servers, settings);
        try {
            started.awaitReady();
        } catch (RuntimeException | InterruptedException e) {
            started.close();
            throw e;
        }
        return started;
    }

    /** Starts one, as {@link #start} does, and waits for nothing. */
    static ServiceProcess launch(
            String service,
            Path root,
            Path folder,
            List<String> jvm,
            String servers,
            List<String> settings)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar(root, service).toString(),
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--waybill.kafka.bootstrap-servers=" + servers,
                        "--waybill.streams.state-dir=" + folder.resolve("state")));
        command.addAll(settings);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve(service + ".log").toFile()))
                        .start();
        return new ServiceProcess(process, folder, URI.create("http://127.0.0.1:" + port));
    }

    private static Path jar(Path root, String service) {
        return root.resolve(service + "/target/" + service + "-0.1.0-SNAPSHOT-service.jar");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it processes records. */
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START_WITHIN.toNanos();
        while (!isReady()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("it did not become ready; see its log");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /**
     * Whether it processes records.
     *
     * @throws IllegalStateException when it has ended
     */
    boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("it has ended; see its log");
        }
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The sum of a meter over all its series that bear {@code label}. */
    double counter(String name, String label) throws IOException, InterruptedException {
        return get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private java.net.http.HttpResponse<String> get(String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
                BodyHandlers.ofString());
    }

    /** Where it answers. */
    URI base() {
        return base;
    }

    /** CPU time used since its start. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory it ever had resident, in bytes; 0 where the system does not tell. */
    long peakBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** What its heap holds after a full collection, in bytes; by class in {@code heap.txt}. */
    long liveHeapBytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        String histogram = jcmd("GC.class_histogram");
        Files.writeString(folder.resolve("heap.txt"), histogram);
        long total = 0;
        for (String line : histogram.lines().toList()) {
            if (line.startsWith("Total")) {
                total = Long.parseLong(line.strip().split("\\s+", -1)[2]);
            }
        }
        return total;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(process.pid()),
                                command)
                        .redirectErrorStream(true)
                        .start();
        String output =
                new String(
                        jcmd.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }

    /** Dies, without a word to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stands still, its connections open, until it is thawed. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Goes on where it was frozen. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    /** Stops as planned. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.close();
        stop();
    }
}
