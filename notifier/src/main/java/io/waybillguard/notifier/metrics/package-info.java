/** What the notifier counts. */
@NullMarked
package io.waybillguard.notifier.metrics;

import org.jspecify.annotations.NullMarked;
