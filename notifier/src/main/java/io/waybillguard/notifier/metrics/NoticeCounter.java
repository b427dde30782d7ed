package io.waybillguard.notifier.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import java.util.List;
import java.util.Locale;

/**
 * Counts {@code notices_total{channel,scene,outcome}}: sent and failed by message, suppressed by
 * subject. A message about several scenes counts under the scene {@code SEVERAL}.
 */
public final class NoticeCounter {

    private enum Outcome {
        SENT,
        FAILED,
        SUPPRESSED
    }

    private static final String SEVERAL = "SEVERAL";

    private final MeterRegistry meters;
    private final String channel;

    public NoticeCounter(MeterRegistry meters, String channel) {
        this.meters = meters;
        this.channel = channel;
    }

    public void sent(List<NoticeSubject> subjects) {
        count(sceneOf(subjects), Outcome.SENT);
    }

    public void failed(List<NoticeSubject> subjects) {
        count(sceneOf(subjects), Outcome.FAILED);
    }

    public void suppressed(NoticeSubject subject) {
        count(subject.scene().name(), Outcome.SUPPRESSED);
    }

    private static String sceneOf(List<NoticeSubject> subjects) {
        List<NoticeScene> scenes = subjects.stream().map(NoticeSubject::scene).distinct().toList();
        return scenes.size() == 1 ? scenes.getFirst().name() : SEVERAL;
    }

    private void count(String scene, Outcome outcome) {
        meters.counter(
                        "notices",
                        "channel",
                        channel,
                        "scene",
                        scene,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
