/** Who calls a service, by the token they bring. */
@NullMarked
package io.waybillguard.kit.access;

import org.jspecify.annotations.NullMarked;
