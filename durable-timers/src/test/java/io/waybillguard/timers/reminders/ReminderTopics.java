package io.waybillguard.timers.reminders;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of one application, and its name. */
public record ReminderTopics(String application, String commands, String pulses, String fired) {

    public static ReminderTopics of(String application) {
        return new ReminderTopics(
                application,
                application + ".commands",
                application + ".pulses",
                application + ".fired");
    }

    /** Stamped by the broker. */
    public List<NewTopic> definitions(int partitions) {
        return List.of(commands, pulses, fired).stream()
                .map(name ->
                        new NewTopic(name, partitions, (short) 1)
                                .configs(Map.of("message.timestamp.type", "LogAppendTime")))
                .toList();
    }
}
