package io.waybillguard.local.demo;

/** A story cannot go on: the platform did not take a step, or did not answer in time. */
final class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryBroken(String why) {
        super(why);
    }
}
