package io.waybillguard.system.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every benchmark of the tracker can be told, and how a tracker is told of it. */
final class TrackerOptions {

    @Option(
            names = "--partitions",
            defaultValue = "4",
            description = "of every topic (default ${DEFAULT-VALUE})")
    private int partitions;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "of the traffic (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--set", description = "a setting of the tracker, name=value; repeatable")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--jvm", description = "a flag of the tracker's JVM; repeatable")
    private List<String> flags = new ArrayList<>();

    @Option(names = "--root", defaultValue = ".", hidden = true)
    private Path root = Path.of(".");

    int partitions() {
        return partitions;
    }

    long seed() {
        return seed;
    }

    List<String> settings() {
        return settings;
    }

    /** The repository's folder. */
    Path root() {
        return root;
    }

    /**
     * The settings of a tracker: those that all benchmarks have, then the benchmark's own, then
     * what was asked for, which wins.
     */
    List<String> arguments(String store, List<String> own) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--waybill.kafka.partitions=" + partitions,
                                "--waybill.tracker.store=" + store,
                                "--waybill.tracker.publish-scans=false",
                                "--waybill.streams.application-id=" + ServiceProcess.TRACKER));
        arguments.addAll(own);
        return with(arguments);
    }

    /** A service's own settings, then what was asked for, which wins. */
    List<String> with(List<String> own) {
        List<String> arguments = new ArrayList<>(own);
        settings.forEach(setting -> arguments.add("--" + setting));
        return arguments;
    }

    /** The flags of a service's JVM. */
    List<String> jvm(int heapMegabytes) {
        List<String> jvm = new ArrayList<>(flags);
        jvm.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseParallelGC"));
        return jvm;
    }
}
