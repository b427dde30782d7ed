/** The HTTP receiver of webhooks: verified, written to Kafka, then acknowledged. */
@NullMarked
package io.waybillguard.tracker.webhook;

import org.jspecify.annotations.NullMarked;
