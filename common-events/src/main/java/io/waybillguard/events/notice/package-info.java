/** Messages to buyers: asked for, planned, sent. */
@NullMarked
package io.waybillguard.events.notice;

import org.jspecify.annotations.NullMarked;
