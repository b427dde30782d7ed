/** 17TRACK's pushes of both versions: events by status and sub-status, signed with the key. */
@NullMarked
package io.waybillguard.tracker.track17;

import org.jspecify.annotations.NullMarked;
