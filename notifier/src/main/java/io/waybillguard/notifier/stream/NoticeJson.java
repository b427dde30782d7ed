package io.waybillguard.notifier.stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read.Reason;
import io.waybillguard.notifier.notice.Buyer;
import io.waybillguard.notifier.notice.Matter;
import io.waybillguard.notifier.notice.News;
import io.waybillguard.notifier.notice.Recall;
import io.waybillguard.notifier.stream.Progress.ReadUntil;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * News, words of progress, recalls and buyers as JSON, by the conventions of the events; the wire
 * names stand here, because the records themselves know nothing of a wire.
 */
final class NoticeJson {

    private static final String READ_UNTIL = "notifier.read-until.v1";
    private static final JsonMapper MAPPER =
            EventJson.mapper()
                    .rebuild()
                    .addMixIn(News.class, ByItsType.class)
                    .addMixIn(ReadUntil.class, ByItsType.class)
                    .addMixIn(Matter.class, MatterOnTheWire.class)
                    .registerSubtypes(
                            new NamedType(News.Happened.class, "notifier.news-happened.v1"),
                            new NamedType(News.Over.class, "notifier.news-over.v1"),
                            new NamedType(News.OptedOut.class, "notifier.opted-out.v1"),
                            new NamedType(News.OptedIn.class, "notifier.opted-in.v1"),
                            new NamedType(ReadUntil.class, READ_UNTIL))
                    .build();

    private NoticeJson() {}

    /** What became of bytes that should have been news. */
    sealed interface ReadNews {
        record Understood(News news) implements ReadNews {}

        record Told(ReadUntil readUntil) implements ReadNews {}

        record Rejected(Reason reason) implements ReadNews {}
    }

    static byte[] write(News news) {
        return MAPPER.writerFor(News.class).writeValueAsBytes(news);
    }

    static byte[] write(ReadUntil readUntil) {
        return MAPPER.writeValueAsBytes(readUntil);
    }

    static ReadNews readNews(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return new ReadNews.Rejected(Reason.EMPTY);
        }
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (READ_UNTIL.equals(tree.path("type").asString(""))) {
                return new ReadNews.Told(MAPPER.treeToValue(tree, ReadUntil.class));
            }
            News news = MAPPER.treeToValue(tree, News.class);
            return news == null
                    ? new ReadNews.Rejected(Reason.EMPTY)
                    : new ReadNews.Understood(news);
        } catch (InvalidTypeIdException e) {
            return new ReadNews.Rejected(Reason.UNKNOWN_TYPE);
        } catch (StreamReadException e) {
            return new ReadNews.Rejected(Reason.NOT_JSON);
        } catch (JacksonException e) {
            return new ReadNews.Rejected(Reason.INVALID);
        }
    }

    static byte[] write(Recall recall) {
        return MAPPER.writeValueAsBytes(recall);
    }

    /** A recall; empty when it is none. */
    static Optional<Recall> readRecall(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readValue(bytes, Recall.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] write(Buyer buyer) {
        return MAPPER.writeValueAsBytes(buyer);
    }

    /** A buyer as this service once wrote it. */
    static Buyer readBuyer(byte[] bytes) {
        return MAPPER.readValue(bytes, Buyer.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface ByItsType {}

    @SuppressWarnings("unused") // read by Jackson
    private abstract static class MatterOnTheWire {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        MatterOnTheWire(String value) {}

        @JsonValue
        abstract String value();
    }
}
