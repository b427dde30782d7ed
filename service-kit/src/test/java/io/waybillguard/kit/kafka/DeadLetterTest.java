package io.waybillguard.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void aRecordIsPutAsideAsItCameWithTheReason() {
        headers.add("provider", utf8("kuaidi100"));
        byte[] key = {1, 2};
        byte[] value = {3};

        DeadLetter letter = of(key, value, "no kind");

        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(text(letter, "provider")).isEqualTo("kuaidi100");
        assertThat(text(letter, DeadLetterHeaders.TOPIC)).isEqualTo("orders.v1");
        assertThat(text(letter, DeadLetterHeaders.PARTITION)).isEqualTo("3");
        assertThat(text(letter, DeadLetterHeaders.OFFSET)).isEqualTo("42");
        assertThat(text(letter, DeadLetterHeaders.REASON)).isEqualTo("invalid");
        assertThat(text(letter, DeadLetterHeaders.DETAIL)).isEqualTo("no kind");
        assertThat(letter.headers().lastHeader(DeadLetterHeaders.CUT)).isNull();
        assertThat(headers.toArray()).as("the record's own headers").hasSize(1);
    }

    @Test
    void noKeyAndNoValueStayNone() {
        DeadLetter letter = of(null, null, "");

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
    }

    @Test
    void headersThatSomebodyMadeUpDoNotStay() {
        headers.add(DeadLetterHeaders.TOPIC, utf8("refund.payouts.v1"));
        headers.add(DeadLetterHeaders.TOPIC, utf8("refund.payouts.v1"));
        headers.add(DeadLetterHeaders.CUT, utf8("all"));

        DeadLetter letter = of(null, null, "");

        assertThat(letter.headers().headers(DeadLetterHeaders.TOPIC)).hasSize(1);
        assertThat(text(letter, DeadLetterHeaders.TOPIC)).isEqualTo("orders.v1");
        assertThat(letter.headers().lastHeader(DeadLetterHeaders.CUT)).isNull();
    }

    @Test
    void aHeaderWithoutValueIsHarmless() {
        headers.add("empty", null);

        assertThat(of(null, null, "").headers().lastHeader("empty").value()).isNull();
    }

    @Test
    void atTheLimitNothingIsCutAndBeyondItTheLengthIsTold() {
        byte[] most = new byte[DeadLetter.MAX_VALUE];
        byte[] more = new byte[DeadLetter.MAX_VALUE + 1];
        Arrays.fill(more, (byte) 7);

        assertThat(of(null, most, "").value()).isSameAs(most);
        DeadLetter cut = of(null, more, "");
        assertThat(cut.value()).isEqualTo(Arrays.copyOf(more, DeadLetter.MAX_VALUE));
        assertThat(text(cut, DeadLetterHeaders.CUT)).isEqualTo("value of 655361 bytes");
    }

    @Test
    void theLargestThatIsKeptFitsIntoOneMebibyte() {
        headers.add("h", new byte[DeadLetter.MAX_HEADERS - 11]);

        DeadLetter letter = of(new byte[1 << 20], new byte[1 << 20], "x".repeat(1 << 20));

        assertThat(letter.headers().lastHeader("h")).isNotNull();
        assertThat(text(letter, DeadLetterHeaders.CUT))
                .isEqualTo("key of 1048576 bytes, value of 1048576 bytes");
        assertThat(size(letter)).isLessThan(1_000_000);
    }

    @Test
    void tooManyHeadersAreLeftOut() {
        headers.add("h", new byte[DeadLetter.MAX_HEADERS]);

        DeadLetter letter = of(null, null, "");

        assertThat(letter.headers().lastHeader("h")).isNull();
        assertThat(text(letter, DeadLetterHeaders.CUT)).isEqualTo("headers of 131083 bytes");
    }

    private DeadLetter of(byte[] key, byte[] value, String detail) {
        return DeadLetter.of(key, value, headers, "orders.v1", 3, 42, "invalid", detail);
    }

    private static long size(DeadLetter letter) {
        long size = letter.key().length + letter.value().length;
        for (Header header : letter.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }

    private static String text(DeadLetter letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
