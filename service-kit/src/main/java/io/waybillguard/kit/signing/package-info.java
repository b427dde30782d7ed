/** What signatures of others, and forms that carry them, are made of. */
@NullMarked
package io.waybillguard.kit.signing;

import org.jspecify.annotations.NullMarked;
