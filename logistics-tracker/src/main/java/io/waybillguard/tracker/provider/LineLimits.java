package io.waybillguard.tracker.provider;

/**
 * Within what a provider's lines are read.
 *
 * @param arrival how far a line may lie after its own arrival
 * @param memory how many bytes, roughly, of the latest lines are remembered with what they mean;
 *     with none each line is read anew
 */
public record LineLimits(Arrival arrival, long memory) {

    public LineLimits {
        if (memory < 0) {
            throw new IllegalArgumentException("memory must not be negative");
        }
    }
}
