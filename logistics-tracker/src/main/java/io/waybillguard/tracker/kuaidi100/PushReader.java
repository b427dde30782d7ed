package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.tracker.kuaidi100.Push.Node;
import io.waybillguard.tracker.provider.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a push as a stream of tokens, without a tree; what it does not know it passes over. */
final class PushReader {

    private static final Set<String> HEAD =
            Set.of("status", "message", "autoCheck", "comOld", "comNew");
    private static final Set<String> READ =
            Set.of("context", "time", "ftime", "status", "statusCode", "areaName");

    private String status = "";
    private String message = "";
    private String autoCheck = "";
    private String comOld = "";
    private String comNew = "";
    private boolean hasResult;
    private String com = "";
    private String nu = "";
    private final List<Node> nodes = new ArrayList<>();
    private final int most;

    private PushReader(int most) {
        this.most = most;
    }

    /**
     * The push.
     *
     * @param most how many lines are kept; those beyond are passed over
     * @throws JacksonException when the text is no JSON object
     */
    static Push read(String param, int most) {
        PushReader reader = new PushReader(most);
        try (JsonParser json = Json.parser(param)) {
            json.nextToken();
            reader.push(json);
        }
        return reader.told();
    }

    private Push told() {
        boolean corrected = autoCheck.equals("1") && !comOld.isBlank() && !comNew.isBlank();
        return new Push(
                status,
                message,
                hasResult,
                corrected ? comNew : com,
                corrected ? comOld : "",
                nu,
                nodes);
    }

    private void push(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new NotAnObject(json);
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (HEAD.contains(name)) {
                head(name, text(json));
            } else if (name.equals("lastResult") && value == JsonToken.START_OBJECT) {
                hasResult = true;
                result(json, true);
            } else if (name.equals("destResult") && value == JsonToken.START_OBJECT) {
                result(json, false);
            } else {
                json.skipChildren();
            }
        }
    }

    private void head(String name, String told) {
        switch (name) {
            case "status" -> status = told;
            case "message" -> message = told;
            case "autoCheck" -> autoCheck = told;
            case "comOld" -> comOld = told;
            default -> comNew = told;
        }
    }

    /** The parcel is the home courier's; the courier abroad only adds lines. */
    private void result(JsonParser json, boolean home) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (home && name.equals("com")) {
                com = text(json);
            } else if (home && name.equals("nu")) {
                nu = text(json);
            } else if (name.equals("data") && value == JsonToken.START_ARRAY) {
                lines(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void lines(JsonParser json) {
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT && nodes.size() < most) {
                nodes.add(line(json));
            } else {
                json.skipChildren();
            }
        }
    }

    private static Node line(JsonParser json) {
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (READ.contains(name)) {
                texts.put(name, text(json));
            } else {
                json.skipChildren();
            }
        }
        return new Node(
                texts.getOrDefault("context", ""),
                texts.getOrDefault("time", ""),
                texts.getOrDefault("ftime", ""),
                texts.getOrDefault("status", ""),
                texts.getOrDefault("statusCode", ""),
                texts.getOrDefault("areaName", ""));
    }

    /** A text or number as text; anything else as empty. */
    private static String text(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
            return json.getString();
        }
        json.skipChildren();
        return "";
    }

    /** The text is JSON, but no object. */
    private static final class NotAnObject extends JacksonException {
        NotAnObject(JsonParser json) {
            super(json, "not an object");
        }
    }
}
