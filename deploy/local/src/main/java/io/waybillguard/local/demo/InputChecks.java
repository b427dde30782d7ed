package io.waybillguard.local.demo;

import java.util.List;

/** What came in = processed + duplicate + dead-lettered. */
final class InputChecks {

    private InputChecks() {}

    static Check webhooks(Findings findings) {
        Post.Sent sent = findings.sent();
        Counts counted = findings.counted();
        String compared =
                "%d accepted over HTTP (%d more unanswered); %d decoded + %d dead-lettered"
                        .formatted(
                                sent.accepted(),
                                sent.unsure(),
                                counted.decoded(),
                                counted.undecodable());
        boolean ok =
                counted.webhooks() >= sent.accepted()
                        && counted.webhooks() <= sent.accepted() + sent.unsure();
        return new Check("webhooks-accounted", ok, compared);
    }

    /** Lines in an unanswered push that was taken all the same count as more than were sent. */
    static Check scans(Findings findings) {
        long sent = findings.sent().lines();
        Counts counted = findings.counted();
        String compared =
                "%d lines in accepted pushes; %d recorded + %d duplicate + %d rejected"
                        .formatted(
                                sent, counted.recorded(), counted.duplicate(), counted.rejected());
        boolean ok =
                findings.sent().unsure() == 0 ? counted.scans() == sent : counted.scans() >= sent;
        return new Check("scans-accounted", ok, compared);
    }

    static Check spoiled(Findings findings) {
        List<String> differences = findings.refusals();
        return Check.of(
                "spoiled-pushes",
                "unsigned and wrongly signed pushes were refused, unreadable ones taken",
                differences);
    }
}
