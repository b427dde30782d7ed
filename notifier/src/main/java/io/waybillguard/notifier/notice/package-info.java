/**
 * What a buyer is told and when: pure functions of what was told before, what is new, and the time.
 */
@NullMarked
package io.waybillguard.notifier.notice;

import org.jspecify.annotations.NullMarked;
