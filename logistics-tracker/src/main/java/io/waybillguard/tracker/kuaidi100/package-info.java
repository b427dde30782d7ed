/** Kuaidi100's pushes: form, signature, codes and Chinese words. */
@NullMarked
package io.waybillguard.tracker.kuaidi100;

import org.jspecify.annotations.NullMarked;
