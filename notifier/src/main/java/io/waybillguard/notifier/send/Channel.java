package io.waybillguard.notifier.send;

import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;

/** What brings messages to buyers. */
interface Channel {

    /** One attempt; never throws for what the other side does. */
    Answer send(NoticePlanned notice);
}
