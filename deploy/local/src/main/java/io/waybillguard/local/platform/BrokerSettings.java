package io.waybillguard.local.platform;

import java.nio.file.Path;

/** The broker's {@code server.properties}: one node, everything on 127.0.0.1, small buffers. */
final class BrokerSettings {

    static final int NODE = 1;

    private static final String TEXT =
            """
            process.roles=broker,controller
            node.id=${node}
            controller.quorum.voters=${node}@127.0.0.1:${controller}
            listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}
            advertised.listeners=PLAINTEXT://127.0.0.1:${broker}
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=PLAINTEXT
            controller.listener.names=CONTROLLER
            log.dirs=${log}
            auto.create.topics.enable=false
            default.replication.factor=1
            min.insync.replicas=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            log.segment.bytes=67108864
            log.index.size.max.bytes=1048576
            log.cleaner.dedupe.buffer.size=16777216
            num.network.threads=2
            num.io.threads=4
            background.threads=2
            num.recovery.threads.per.data.dir=2
            """;

    private BrokerSettings() {}

    /**
     * The text of the file.
     *
     * @param log where the broker keeps its log, in the folder that the broker runs in
     */
    static String of(Path log, Ports ports) {
        return TEXT.replace("${node}", Integer.toString(NODE))
                .replace("${broker}", Integer.toString(ports.of(Port.BROKER)))
                .replace("${controller}", Integer.toString(ports.of(Port.CONTROLLER)))
                .replace("${log}", escaped(inAList(log)));
    }

    /** The broker reads a list: a path with a comma is told from the folder it runs in. */
    private static String inAList(Path log) {
        return log.toString().contains(",") ? log.getFileName().toString() : log.toString();
    }

    /** As files of properties are read: letters beyond Latin-1 by their numbers. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().mapToObj(BrokerSettings::escaped).forEach(escaped::append);
        return escaped.toString();
    }

    private static String escaped(int letter) {
        if (letter == '\\') {
            return "\\\\";
        }
        return letter < ' ' || letter > '~'
                ? "\\u%04x".formatted(letter)
                : Character.toString(letter);
    }
}
