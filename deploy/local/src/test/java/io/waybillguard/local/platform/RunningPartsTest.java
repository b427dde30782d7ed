package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPartsTest {

    @TempDir Path logs;
    private final List<String> stopped = new ArrayList<>();
    private final RunningParts parts = new RunningParts();

    private AutoCloseable part(String name) {
        return () -> stopped.add(name);
    }

    private ManagedProcess sleeper(String name) {
        return ManagedProcess.start(name, List.of("sleep", "60"), logs);
    }

    @Test
    void servicesStopFirstThenWhatTheyNeedTheLastFirst() {
        parts.foundation(() -> part("lock"));
        ManagedProcess broker = parts.foundationProcess(() -> sleeper("broker"));
        ManagedProcess service = parts.service(() -> sleeper("service"));
        parts.foundation(() ->
                () -> {
                    assertThat(service.isAlive()).isFalse();
                    assertThat(broker.isAlive()).isTrue();
                    stopped.add("sandboxes");
                });

        parts.close();

        assertThat(stopped).containsExactly("sandboxes", "lock");
        assertThat(broker.isAlive()).isFalse();
    }

    @Test
    void aPartThatFailsToStopDoesNotKeepTheOthersRunning() {
        parts.foundation(() -> part("lock"));
        parts.foundation(() ->
                () -> {
                    throw new IllegalStateException("stuck");
                });

        parts.close();
        parts.close();

        assertThat(stopped).containsExactly("lock");
    }

    @Test
    void nothingStartsOnceTheyStop() {
        parts.close();

        assertThatThrownBy(() -> parts.service(() -> sleeper("late")))
                .isInstanceOf(StartFailed.class);
        assertThatThrownBy(() -> parts.foundation(() -> part("late")))
                .isInstanceOf(StartFailed.class);
        assertThat(logs).isEmptyDirectory();
    }
}
