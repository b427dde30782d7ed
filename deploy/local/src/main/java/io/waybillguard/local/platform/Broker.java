package io.waybillguard.local.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The Kafka broker: one node that is its own controller. */
final class Broker {

    static final String NAME = "kafka";

    private static final int HEAP_MEGABYTES = 384;
    private static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final List<String> LOG_LEVELS =
            List.of(
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn",
                    "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");

    private final Path folder;
    private final Ports ports;

    /**
     * A broker.
     *
     * @param folder where its log and its settings are
     */
    Broker(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.of(Port.BROKER);
    }

    /** Makes its folder ready for a start: its settings, and its log where there is none. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            Files.writeString(settings(), BrokerSettings.of(log(), ports), StandardCharsets.UTF_8);
            if (!Files.exists(log().resolve("meta.properties"))) {
                format();
            }
        } catch (Exception e) {
            throw new StartFailed("the broker's folder cannot be made ready: " + e, e);
        }
    }

    /** The command that runs it. */
    List<String> command(JavaCommand java, Path launcherJar) {
        return java.of(
                launcherJar,
                "kafka.Kafka",
                HEAP_MEGABYTES,
                LOG_LEVELS,
                List.of(settings().toString()));
    }

    /** What follows {@code java} and its flags where nobody watches over the process. */
    List<String> plainArguments(Path launcherJar) {
        List<String> arguments = new ArrayList<>(LOG_LEVELS);
        arguments.addAll(
                List.of("-cp", launcherJar.toString(), "kafka.Kafka", settings().toString()));
        return arguments;
    }

    /** Whether it takes connections. */
    boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(ports.address(Port.BROKER), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path settings() {
        return folder.resolve("server.properties");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void format() throws Exception {
        Files.createDirectories(log());
        new Formatter()
                .setPrintStream(
                        new PrintStream(
                                java.io.OutputStream.nullOutputStream(),
                                false,
                                StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(log().toString())
                .setMetadataLogDirectory(log().toString())
                .setControllerListenerName(CONTROLLER_LISTENER)
                .run();
    }
}
