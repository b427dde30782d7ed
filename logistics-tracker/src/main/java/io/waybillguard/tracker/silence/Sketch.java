package io.waybillguard.tracker.silence;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.store.CollapsingLowestDenseStore;
import com.datadoghq.sketch.ddsketch.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * How long silences were: any quantile to within one part in a hundred, in at most {@value #BINS}
 * bins. The same silences make the same sketch in whatever order they come and are merged. Silences
 * count as a minute at the least and as {@value #LONGEST_DAYS} days at the most.
 */
public final class Sketch {

    private static final double ACCURACY = 0.01;
    private static final int BINS = 512;
    private static final int LONGEST_DAYS = 90;
    private static final double SHORTEST_MINUTES = 1;
    private static final double LONGEST_MINUTES = Duration.ofDays(LONGEST_DAYS).toMinutes();
    private static final double MILLIS_A_MINUTE = 60_000;

    private final DDSketch sketch;

    private Sketch(DDSketch sketch) {
        this.sketch = sketch;
    }

    /** Of no silence. */
    public Sketch() {
        this(new DDSketch(new CubicallyInterpolatedMapping(ACCURACY), Sketch::bins));
    }

    private static Store bins() {
        return new CollapsingLowestDenseStore(BINS);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws UncheckedIOException for other bytes
     */
    public static Sketch of(byte[] bytes) {
        try {
            return new Sketch(DDSketch.decode(ByteArrayInput.wrap(bytes), Sketch::bins));
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes are no sketch", e);
        }
    }

    /** One more silence. */
    void add(Duration silence) {
        double minutes = silence.toMillis() / MILLIS_A_MINUTE;
        sketch.accept(Math.clamp(minutes, SHORTEST_MINUTES, LONGEST_MINUTES));
    }

    /** The silences of both. */
    Sketch with(Sketch other) {
        DDSketch both = sketch.copy();
        both.mergeWith(other.sketch);
        return new Sketch(both);
    }

    /** How many silences there are. */
    long samples() {
        return Math.round(sketch.getCount());
    }

    /** The longest silence of that share, to the minute; there must be one. */
    Duration quantile(double share) {
        return Duration.ofMinutes(Math.round(sketch.getValueAtQuantile(share)));
    }

    /** A form that later code can read, of at most a few bytes a bin. */
    public byte[] toBytes() {
        GrowingByteArrayOutput out = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(out, false);
        } catch (IOException e) {
            throw new UncheckedIOException("a sketch in memory cannot be written", e);
        }
        return out.trimmedCopy();
    }
}
