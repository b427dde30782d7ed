package io.waybillguard.events.topics;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.EventTypes;
import io.waybillguard.events.topics.Topic.Audience;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 document of the public topics, from the catalogue and the events. */
final class AsyncApi {

    private final EventSchemas schemas = new EventSchemas();
    private final ObjectNode document = EventJson.mapper().createObjectNode();

    static ObjectNode document() {
        AsyncApi api = new AsyncApi();
        api.head();
        ObjectNode channels = api.document.putObject("channels");
        ObjectNode operations = api.document.putObject("operations");
        ObjectNode messages = api.document.putObject("components").putObject("messages");
        Topics.sources().stream()
                .filter(topic -> topic.audience() == Audience.PUBLIC)
                .forEach(topic -> api.add(topic, channels, operations, messages));
        return api.document;
    }

    private void head() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Waybill Guard topics")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Values are JSON; the property `type` decides what an event is. Every topic"
                            + " has a dead-letter topic `<name>.dlt` with the record as it came and"
                            + " the headers dlt-topic, dlt-partition, dlt-offset, dlt-reason,"
                            + " dlt-detail.");
        document.put("defaultContentType", "application/json");
    }

    private void add(
            Topic<?> topic, ObjectNode channels, ObjectNode operations, ObjectNode messages) {
        ObjectNode channel = channels.putObject(topic.name()).put("address", topic.name());
        ObjectNode channelMessages = channel.putObject("messages");
        if (topic.family() == byte[].class) {
            messages.putObject("raw-webhook")
                    .put(
                            "description",
                            "The body as received; headers: provider, account, content-type and the"
                                    + " provider's signature headers.")
                    .putObject("payload");
            refer(channelMessages, "raw-webhook");
        }
        EventTypes.eventsOf(topic.family())
                .forEach(event -> {
                    String name = EventTypes.nameOf(event);
                    ObjectNode message = messages.putObject(name).put("name", name);
                    message.set("payload", schemas.of(event));
                    refer(channelMessages, name);
                });
        ObjectNode kafka =
                channel.putObject("bindings").putObject("kafka").put("topic", topic.name());
        kafka.putObject("topicConfiguration")
                .putArray("cleanup.policy")
                .add(topic.isCompacted() ? "compact" : "delete");
        channel.put("description", "Keyed by " + topic.key() + ".");
        operations
                .putObject("use-" + topic.name())
                .put("action", "receive")
                .putObject("channel")
                .put("$ref", "#/channels/" + topic.name());
    }

    private static void refer(ObjectNode channelMessages, String name) {
        channelMessages.putObject(name).put("$ref", "#/components/messages/" + name);
    }
}
