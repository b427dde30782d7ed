/** Rules tried over HTTP: on given facts, and on the recorded past. */
@NullMarked
package io.waybillguard.aftersales.trial;

import org.jspecify.annotations.NullMarked;
