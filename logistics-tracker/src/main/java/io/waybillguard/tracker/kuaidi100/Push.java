package io.waybillguard.tracker.kuaidi100;

import java.util.List;

/**
 * A push as it is written, read no further than needed; a text that is missing or null is empty.
 *
 * @param status polling, shutdown, abort, updateall
 * @param message why it gave the subscription up
 * @param hasResult whether it tells of a parcel at all
 * @param com the courier in the provider's spelling: the right one, where it corrected it
 * @param comOld the courier that was asked about, where it corrected it; empty where it did not
 * @param nu the waybill number
 * @param nodes all lines, of the home courier and of the one abroad
 */
record Push(
        String status,
        String message,
        boolean hasResult,
        String com,
        String comOld,
        String nu,
        List<Node> nodes) {

    /** One line. */
    record Node(
            String context,
            String time,
            String ftime,
            String status,
            String statusCode,
            String areaName) {}
}
