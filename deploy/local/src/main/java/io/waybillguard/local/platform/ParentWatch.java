package io.waybillguard.local.platform;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs a main class for as long as the process that started it lives: its standard input, a pipe
 * held by that process, ends with it, however it dies; then this process stops in an orderly way.
 */
public final class ParentWatch {

    private ParentWatch() {}

    /**
     * Runs another main class.
     *
     * @param args its name, then its own arguments
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::exitWithParent);
        Class.forName(args[0])
                .getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }

    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever sent
            }
        } catch (IOException e) {
            // as good as its end
        }
        System.exit(0);
    }
}
