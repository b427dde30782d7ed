package io.waybillguard.aftersales.refund;

import java.util.List;

/**
 * What an input led to.
 *
 * @param dossier as it is now
 * @param messages events and commands to publish, in order
 */
public record Outcome(Dossier dossier, List<Message> messages, List<Note> notes) {

    static Outcome nothing(Dossier same) {
        return new Outcome(same, List.of(), List.of());
    }
}
