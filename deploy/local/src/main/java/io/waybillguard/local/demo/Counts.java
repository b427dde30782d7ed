package io.waybillguard.local.demo;

/**
 * What the services counted, from their start or between two moments.
 *
 * @param decoded webhooks that were understood
 * @param undecodable webhooks among the dead letters
 * @param recorded scans that were new
 * @param duplicate scans known before
 * @param rejected scans that were not believed
 * @param deadLetters of all services and topics
 */
record Counts(
        long decoded,
        long undecodable,
        long recorded,
        long duplicate,
        long rejected,
        long deadLetters) {

    static Counts in(MetricsPage page) {
        return new Counts(
                page.sum("webhooks_total", "outcome", "decoded"),
                page.sum("webhooks_total", "outcome", "dead_lettered"),
                page.sum("parcel_scans_total", "outcome", "recorded"),
                page.sum("parcel_scans_total", "outcome", "duplicate"),
                page.sum("parcel_scans_total", "outcome", "rejected"),
                page.sum("dead_letters_total"));
    }

    Counts since(Counts before) {
        return new Counts(
                decoded - before.decoded,
                undecodable - before.undecodable,
                recorded - before.recorded,
                duplicate - before.duplicate,
                rejected - before.rejected,
                deadLetters - before.deadLetters);
    }

    long webhooks() {
        return decoded + undecodable;
    }

    long scans() {
        return recorded + duplicate + rejected;
    }
}
