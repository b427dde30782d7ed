/** AfterShip's pushes: full checkpoints by tag and subtag, signed with an HMAC. */
@NullMarked
package io.waybillguard.tracker.aftership;

import org.jspecify.annotations.NullMarked;
