package io.waybillguard.system.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine a figure was measured on. */
final class Machine {

    private Machine() {}

    /** Processor, cores, memory and JDK in a line. */
    static String described() throws IOException {
        return "%s, %d cores, %d GiB, JDK %s, Kafka %s"
                .formatted(
                        line("/proc/cpuinfo", "model name").replaceAll(".*:\\s*", ""),
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(number(line("/proc/meminfo", "MemTotal")) / (1024.0 * 1024.0)),
                        System.getProperty("java.version"),
                        org.apache.kafka.common.utils.AppInfoParser.getVersion());
    }

    private static String line(String file, String beginning) throws IOException {
        Path path = Path.of(file);
        return Files.exists(path)
                ? Files.readAllLines(path).stream()
                        .filter(line -> line.startsWith(beginning))
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }

    private static long number(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
