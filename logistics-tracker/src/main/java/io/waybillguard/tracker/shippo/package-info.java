/** Shippo's pushes: a status and its history by status and substatus. */
@NullMarked
package io.waybillguard.tracker.shippo;

import org.jspecify.annotations.NullMarked;
