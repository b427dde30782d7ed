package io.waybillguard.local.platform;

import java.nio.file.Path;

/** The jars this module's build leaves. */
final class LauncherJar {

    private static final String NAME = "local-platform-0.1.0-SNAPSHOT";

    private LauncherJar() {}

    /** With its dependencies beside it: the launcher's, and the broker's. */
    static Path jar(Path root) {
        return target(root).resolve(NAME + ".jar");
    }

    /** {@link ParentWatch} alone. */
    static Path parentWatch(Path root) {
        return target(root).resolve(NAME + "-parent-watch.jar");
    }

    private static Path target(Path root) {
        return root.resolve("deploy").resolve("local").resolve("target");
    }
}
