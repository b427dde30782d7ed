package io.waybillguard.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the services' {@code /actuator/prometheus} pages say, all in one. */
final class MetricsPage {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\d+)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final List<Sample> samples;

    private MetricsPage(List<Sample> samples) {
        this.samples = samples;
    }

    private record Sample(String name, Map<String, String> labels, double value) {}

    /** Reads one page after the other; comments and lines that are no samples are passed over. */
    static MetricsPage of(Iterable<String> pages) {
        List<Sample> samples = new ArrayList<>();
        for (String page : pages) {
            page.lines().forEach(line -> read(line, samples));
        }
        return new MetricsPage(samples);
    }

    /** The sum over all samples of {@code name}. */
    long sum(String name) {
        return sum(name, Map.of());
    }

    /** The sum over the samples of {@code name} that carry {@code label}={@code value}. */
    long sum(String name, String label, String value) {
        return sum(name, Map.of(label, value));
    }

    private long sum(String name, Map<String, String> labels) {
        double sum =
                samples.stream()
                        .filter(sample -> sample.name().equals(name))
                        .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                        .mapToDouble(Sample::value)
                        .sum();
        return Math.round(sum);
    }

    private static void read(String line, List<Sample> samples) {
        Matcher matcher = SAMPLE.matcher(line.strip());
        if (line.startsWith("#") || !matcher.matches()) {
            return;
        }
        Map<String, String> labels = new HashMap<>();
        String text = matcher.group(2);
        if (text != null) {
            Matcher label = LABEL.matcher(text);
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        double value = number(matcher.group(3));
        if (Double.isFinite(value)) {
            samples.add(new Sample(matcher.group(1), labels, value));
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
