/** Tells buyers before they ask: plans messages from what happened, and sends each at most once. */
@NullMarked
package io.waybillguard.notifier;

import org.jspecify.annotations.NullMarked;
