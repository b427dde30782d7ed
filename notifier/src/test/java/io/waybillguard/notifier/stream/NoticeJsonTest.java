package io.waybillguard.notifier.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.Read.Reason;
import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.notifier.Events;
import io.waybillguard.notifier.notice.Buyer;
import io.waybillguard.notifier.notice.Given;
import io.waybillguard.notifier.notice.Matter;
import io.waybillguard.notifier.notice.News;
import io.waybillguard.notifier.notice.Recall;
import io.waybillguard.notifier.stream.NoticeJson.ReadNews;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeJsonTest {

    private static final News.Happened STALL =
            new News.Happened(
                    Given.BUYER,
                    Given.SHOP,
                    new NoticeSubject(
                            NoticeScene.STALL_IN_TRANSIT, Events.ORDER, Events.PARCEL, 2, null),
                    null,
                    "",
                    Given.NOON);

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of(
                        STALL,
                        """
                        {"type":"notifier.news-happened.v1","buyerId":"buyer-1","shopId":"shop-1",\
                        "subject":{"scene":"STALL_IN_TRANSIT","orderId":"D-100",\
                        "parcel":{"courier":"ZTO","waybill":"735001"},"episode":2},\
                        "text":"","at":"2026-03-10T04:00:00Z"}\
                        """),
                Arguments.of(
                        new News.Happened(
                                Given.BUYER,
                                Given.SHOP,
                                new NoticeSubject(
                                        NoticeScene.REFUND_PAID,
                                        null,
                                        null,
                                        0,
                                        new RefundId("R-1")),
                                new NoticeId("n-1"),
                                "hi",
                                Given.NOON),
                        """
                        {"type":"notifier.news-happened.v1","buyerId":"buyer-1","shopId":"shop-1",\
                        "subject":{"scene":"REFUND_PAID","episode":0,"refundId":"R-1"},\
                        "request":"n-1","text":"hi","at":"2026-03-10T04:00:00Z"}\
                        """),
                Arguments.of(
                        new News.Happened(
                                Given.BUYER,
                                Given.SHOP,
                                new NoticeSubject(
                                        NoticeScene.OFFER_PARTIAL_REFUND,
                                        null,
                                        null,
                                        0,
                                        new RefundId("R-1"),
                                        Events.offer("of-1")),
                                null,
                                "",
                                Given.NOON),
                        """
                        {"type":"notifier.news-happened.v1","buyerId":"buyer-1","shopId":"shop-1",\
                        "subject":{"scene":"OFFER_PARTIAL_REFUND","episode":0,"refundId":"R-1",\
                        "offer":{"offerId":"of-1","kind":"PARTIAL_REFUND","amount":2050,\
                        "expiresAt":"2026-03-12T04:00:00Z"}},\
                        "text":"","at":"2026-03-10T04:00:00Z"}\
                        """),
                Arguments.of(
                        new News.Over(Given.BUYER, List.of(new Matter("locker:ZTO/1")), Given.NOON),
                        """
                        {"type":"notifier.news-over.v1","buyerId":"buyer-1",\
                        "matters":["locker:ZTO/1"],"at":"2026-03-10T04:00:00Z"}\
                        """),
                Arguments.of(
                        new News.OptedOut(Given.BUYER, Given.NOON),
                        """
                        {"type":"notifier.opted-out.v1","buyerId":"buyer-1",\
                        "at":"2026-03-10T04:00:00Z"}\
                        """),
                Arguments.of(
                        new News.OptedIn(Given.BUYER, Given.NOON),
                        """
                        {"type":"notifier.opted-in.v1","buyerId":"buyer-1",\
                        "at":"2026-03-10T04:00:00Z"}\
                        """));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void newsIsWrittenUnderItsWireNameAndReadBack(News news, String json) {
        assertThat(new String(NoticeJson.write(news), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(NoticeJson.readNews(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ReadNews.Understood(news));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "? | NOT_JSON",
                "{\"type\":\"nobody.knows.v1\"} | UNKNOWN_TYPE",
                "{} | UNKNOWN_TYPE",
                "{\"type\":\"notifier.opted-in.v1\",\"buyerId\":\"a b\"} | INVALID",
                "{\"type\":\"notifier.opted-in.v1\"} | INVALID",
                "{\"type\":\"notifier.news-over.v1\",\"buyerId\":\"b\"} | INVALID",
                "{\"type\":\"notifier.read-until.v1\",\"partition\":1} | INVALID",
                "{\"type\":7} | UNKNOWN_TYPE",
                "[] | INVALID",
                "null | EMPTY",
            })
    void whatIsNotNewsIsRejected(String json, Reason reason) {
        assertThat(NoticeJson.readNews(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ReadNews.Rejected(reason));
    }

    @Test
    void aWordOfProgressIsWrittenUnderItsWireNameAndReadBack() {
        String json =
                """
                {"type":"notifier.read-until.v1","partition":1,"partitions":12,\
                "readUntil":"2026-03-10T04:00:00Z"}\
                """;
        var word = new Progress.ReadUntil(1, 12, Given.NOON);

        assertThat(new String(NoticeJson.write(word), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(NoticeJson.readNews(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ReadNews.Told(word));
    }

    @Test
    void aRecallIsReadBackAsItWasWritten() {
        var recall = new Recall(new NoticeId("n-1"), SuppressedBecause.STALE, Given.NOON);

        assertThat(NoticeJson.readRecall(NoticeJson.write(recall))).contains(recall);
        assertThat(NoticeJson.readRecall("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(NoticeJson.readRecall("?".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void noBytesAreNotNews() {
        assertThat(NoticeJson.readNews(null)).isEqualTo(new ReadNews.Rejected(Reason.EMPTY));
    }

    @Test
    void aBuyerIsReadBackAsItWasWritten() {
        var buyer =
                new Buyer(
                        Given.BUYER,
                        true,
                        List.of(new Buyer.Pending(STALL, Given.NOON.plusSeconds(1))),
                        new TreeMap<>(Map.of(new Matter("case:R-1:REFUND_PAID"), Given.NOON)),
                        new Buyer.Day(LocalDate.of(2026, 3, 10), 2),
                        Given.NOON.plusSeconds(31),
                        List.of(
                                new Buyer.Underway(
                                        new NoticeId("n-1"),
                                        List.of(STALL.matter()),
                                        false,
                                        Given.NOON)));

        byte[] bytes = NoticeJson.write(buyer);

        assertThat(NoticeJson.readBuyer(bytes)).isEqualTo(buyer);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("\"settled\":{\"case:R-1:REFUND_PAID\":\"2026-03-10T04:00:00Z\"}");
    }

    @Test
    void aBuyerWrittenWithFewerFieldsIsStillRead() {
        assertThat(
                        NoticeJson.readBuyer(
                                "{\"id\":\"buyer-1\",\"optedOut\":true,\"unheardOf\":1}"
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        new Buyer(
                                Given.BUYER,
                                true,
                                List.of(),
                                new TreeMap<>(),
                                null,
                                null,
                                List.of()));
    }
}
