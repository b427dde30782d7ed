/** What one line of a courier's history says: by its code, by its words, without personal data. */
@NullMarked
package io.waybillguard.tracker.lines;

import org.jspecify.annotations.NullMarked;
