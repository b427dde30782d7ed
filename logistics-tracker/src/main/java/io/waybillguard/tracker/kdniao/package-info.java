/** KDNiao's (快递鸟) pushes: forms that tell of several parcels, and their codes. */
@NullMarked
package io.waybillguard.tracker.kdniao;

import org.jspecify.annotations.NullMarked;
