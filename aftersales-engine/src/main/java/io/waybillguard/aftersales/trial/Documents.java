package io.waybillguard.aftersales.trial;

import io.waybillguard.events.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Callers' documents: what is not a field there is an error, so that nothing is misspelt; instants
 * and durations that no event may have are, too.
 */
final class Documents {

    private static final JsonMapper STRICT =
            EventJson.saneMapper()
                    .rebuild()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Documents() {}

    /**
     * The one document in {@code body}.
     *
     * @throws InvalidInputException that names the field
     */
    static <T> T read(InputStream body, Class<T> type) throws IOException {
        byte[] bytes = body.readNBytes(EventJson.MAX_BYTES + 1);
        if (bytes.length > EventJson.MAX_BYTES) {
            throw new InvalidInputException("", "is longer than " + EventJson.MAX_BYTES);
        }
        return read(bytes, type);
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        try {
            T read = STRICT.readValue(bytes, type);
            if (read == null) {
                throw new InvalidInputException("", "nothing is there");
            }
            return read;
        } catch (DatabindException e) {
            throw new InvalidInputException(path(e), why(e));
        } catch (JacksonException e) {
            throw new InvalidInputException("", "is not JSON");
        }
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String why(DatabindException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field here";
        }
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "is not readable as what belongs here";
    }
}
