package io.waybillguard.local.platform;

import java.util.concurrent.CountDownLatch;

/** A process that runs until somebody ends it, and says so when it stops in an orderly way. */
public final class PatientMain {

    private PatientMain() {}

    public static void main(String[] args) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped")));
        System.out.println("runs " + String.join(" ", args));
        new CountDownLatch(1).await();
    }
}
