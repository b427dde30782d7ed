package io.waybillguard.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Plays many stories at once, in their order, on virtual threads. */
final class Ensemble {

    private final Pace pace;
    private final Playbook playbook;

    Ensemble(Pace pace, Playbook playbook) {
        this.pace = pace;
        this.playbook = playbook;
    }

    /** A story, or a piece of one. */
    @FunctionalInterface
    interface Scene {
        void play() throws InterruptedException, IOException;
    }

    /** What is done when some stories have begun. */
    @FunctionalInterface
    interface Cue {
        void at(int begun) throws InterruptedException, IOException;
    }

    /** A scene with what to call it when it goes wrong. */
    record Named(String name, Scene scene) {}

    /** Plays all of {@code scenes}; whatever goes wrong is a trouble in the playbook. */
    void play(List<Named> scenes, Cue cue) throws InterruptedException {
        Semaphore places = new Semaphore(pace.stories());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int n = 0; n < scenes.size(); n++) {
            Named named = scenes.get(n);
            int begun = n;
            places.acquire();
            guarded("the outside world's mischief", () -> cue.at(begun));
            threads.execute(() -> {
                try {
                    guarded(named.name(), named.scene());
                } finally {
                    playbook.storyOver();
                    places.release();
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(pace.playing().toMillis(), TimeUnit.MILLISECONDS)) {
            playbook.trouble("stories still play after " + pace.playing());
            threads.shutdownNow();
        }
    }

    private void guarded(String name, Scene scene) {
        try {
            scene.play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            playbook.trouble(name + " was interrupted");
        } catch (IOException | RuntimeException e) {
            playbook.trouble(name + ": " + (e instanceof StoryBroken ? e.getMessage() : e));
        }
    }
}
