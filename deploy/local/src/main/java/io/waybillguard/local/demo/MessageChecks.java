package io.waybillguard.local.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the platform says that it sent against what the channel's book says. */
final class MessageChecks {

    private MessageChecks() {}

    static Check once(Findings findings) {
        List<String> messages = findings.books().messages();
        return Check.of(
                "no-message-twice",
                messages.size() + " messages in the channel's book, none twice",
                Repeated.in("notice", messages));
    }

    static Check book(Findings findings) {
        NoticeTally notices = findings.tally().notices();
        Set<String> booked = new TreeSet<>(findings.books().messages());
        Set<String> sent = new HashSet<>(notices.sent());
        List<String> differences = new ArrayList<>(Repeated.in("receipt of", notices.sent()));
        new TreeSet<>(sent)
                .stream()
                        .filter(notice -> !booked.contains(notice))
                        .forEach(notice -> differences.add(notice + " was sent, but is not there"));
        booked.stream()
                .filter(notice -> !sent.contains(notice))
                .forEach(notice ->
                        differences.add(
                                notice
                                        + (notices.failed().contains(notice)
                                                ? " failed, but the buyer has it"
                                                : " is there, but was never told to be sent")));
        return Check.of(
                "messages-equal-the-book",
                sent.size() + " messages sent, each in the channel's book, no others there",
                differences);
    }
}
