/**
 * Sends planned messages to the channel, each at most once after its attempt began.
 *
 * <p>The offset of a message is committed before its attempt: whatever happens then, it is not read
 * again. What stops between the commit and the answer leaves the messages in flight (at most the
 * bulkhead's size) without a receipt: they are lost or sent, and never sent twice. While the
 * channel is known to be down, busy, or the hours are quiet, nothing is committed: the partition
 * waits. What the channel certainly does not have when a planned stop or the quiet hours end its
 * attempts goes back to the outbox.
 */
@NullMarked
package io.waybillguard.notifier.send;

import org.jspecify.annotations.NullMarked;
