package io.waybillguard.tracker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Provider.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Seeded damage to payloads: flips, deletions, duplications and truncations, up to four on top of
 * each other. The same seed damages the same way; the system property {@code mutations} says how
 * often (2,000).
 */
public final class Mutations {

    private static final int COUNT = Integer.getInteger("mutations", 2_000);
    private static final int MOST_AT_ONCE = 4;
    private static final int LONGEST_PIECE = 24;

    /** What breaks formats: their own marks, escapes, numbers, what is no character. */
    private static final String NASTY =
            "{}[]\"\\,:<>&;='%+ \n\t\0-.0123456789eE/*中\uFEFF\uD800\uDFFF";

    private Mutations() {}

    /** Damaged bytes: also bytes that are no UTF-8. */
    public static Stream<byte[]> ofBytes(byte[] whole, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        return IntStream.range(0, COUNT)
                .mapToObj(_ -> new SplittableRandom(seeds.nextLong()))
                .map(random -> damaged(whole, random));
    }

    /** A damaged text: for what is inside a form or is signed as text. */
    public static Stream<String> ofText(String whole, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        return IntStream.range(0, COUNT)
                .mapToObj(_ -> new SplittableRandom(seeds.nextLong()))
                .map(random -> damaged(whole, random));
    }

    /**
     * Asserts that nothing the provider is asked about the webhooks throws, that each is accepted
     * or rejected, and that the parcel it is filed under is the first it tells of.
     */
    public static void areHarmless(Provider provider, Stream<Webhook> webhooks) {
        Account signing = new Account(provider.name(), "main", List.of("s1", "s2"), false);
        Account open = new Account(provider.name(), "open", List.of(), true);
        long[] decoded = new long[1];
        webhooks.forEach(webhook -> {
            String sent = new String(webhook.body(), StandardCharsets.UTF_8);
            try {
                provider.isAuthentic(webhook, signing);
                assertThat(provider.isAuthentic(webhook, open)).isTrue();
                provider.answer(Outcome.TAKEN, webhook);
                check(provider, webhook, sent);
            } catch (RuntimeException e) {
                throw new AssertionError("thrown for: " + sent, e);
            }
            decoded[0]++;
        });
        assertThat(decoded[0]).isPositive();
    }

    private static void check(Provider provider, Webhook webhook, String sent) {
        switch (provider.decode(webhook)) {
            case Accepted accepted -> {
                ParcelId first = accepted.reports().getFirst().parcel();
                assertThat(provider.parcelOf(webhook)).as(sent).contains(first);
            }
            case Rejected rejected -> {
                provider.parcelOf(webhook);
                assertThat(rejected.detail()).as(sent).isNotBlank();
            }
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        for (int left = 1 + random.nextInt(MOST_AT_ONCE); left > 0 && bytes.length > 1; left--) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_PIECE));
            switch (random.nextInt(4)) {
                case 0 -> {
                    bytes = bytes.clone();
                    bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                }
                case 1 -> bytes = joined(bytes, at, end);
                case 2 -> bytes = joined(bytes, end, at);
                default -> bytes = Arrays.copyOf(bytes, at + 1);
            }
        }
        return bytes;
    }

    private static String damaged(String whole, SplittableRandom random) {
        String text = whole;
        for (int left = 1 + random.nextInt(MOST_AT_ONCE); left > 0 && text.length() > 1; left--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(LONGEST_PIECE));
            char nasty = NASTY.charAt(random.nextInt(NASTY.length()));
            text =
                    switch (random.nextInt(5)) {
                        case 0 -> text.substring(0, at) + nasty + text.substring(at + 1);
                        case 1 -> text.substring(0, at) + nasty + text.substring(at);
                        case 2 -> text.substring(0, at) + text.substring(end);
                        case 3 -> text.substring(0, end) + text.substring(at);
                        default -> text.substring(0, at + 1);
                    };
        }
        return text;
    }

    /** The bytes before {@code head} and those from {@code tail}: a gap or a repetition. */
    private static byte[] joined(byte[] bytes, int head, int tail) {
        byte[] joined = Arrays.copyOf(bytes, head + bytes.length - tail);
        System.arraycopy(bytes, tail, joined, head, bytes.length - tail);
        return joined;
    }
}
