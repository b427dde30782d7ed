package io.waybillguard.local.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java processes that are small, start quickly and end with the launcher. */
final class JavaCommand {

    /**
     * Ctrl-C reaches every process of the terminal at once; only the launcher may hear it, so that
     * it can stop the others in order.
     */
    private static final List<String> DEAF_TO_CTRL_C =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Path java;
    private final Path parentWatch;
    private final Path temporary;

    /**
     * Commands for one JDK.
     *
     * @param java the program
     * @param parentWatch the jar of {@link ParentWatch} alone
     * @param temporary the folder for files that do not last
     */
    JavaCommand(Path java, Path parentWatch, Path temporary) {
        this.java = java;
        this.parentWatch = parentWatch;
        this.temporary = temporary;
    }

    /** Commands for the JDK that runs the launcher, with the jar as the build leaves it. */
    static JavaCommand ofThisJdk(Path root, Path temporary) {
        return new JavaCommand(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                LauncherJar.parentWatch(root),
                temporary);
    }

    List<String> of(
            Path jar, String mainClass, int heapMegabytes, List<String> flags, List<String> args) {
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(java.toString());
        command.addAll(
                List.of(
                        "-Xmx" + heapMegabytes + "m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(flags);
        command.addAll(List.of("-cp", parentWatch + File.pathSeparator + jar));
        command.addAll(List.of(ParentWatch.class.getName(), mainClass));
        command.addAll(args);
        return command;
    }
}
