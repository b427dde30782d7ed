package io.waybillguard.tracker.track17;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The exact bytes of one member of a JSON object, which a signature inside that object covers. */
final class RawMember {

    private static final JsonFactory JSON = new JsonFactory();

    private RawMember() {}

    /**
     * The value's bytes, of the last member of that name: a reader of the whole object takes the
     * last as well. Empty where there is none or {@code object} is no JSON object in UTF-8.
     */
    static Optional<byte[]> of(byte[] object, String name) {
        byte[] found = null;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), object)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = json.currentName().equals(name);
                json.nextToken();
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                json.finishToken();
                int to = (int) json.currentLocation().getByteOffset();
                if (wanted) {
                    found = from < 0 || to < from ? null : Arrays.copyOfRange(object, from, to);
                }
            }
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(found);
    }
}
