/** EasyPost's events: full tracking details by status and detail, signed with an HMAC. */
@NullMarked
package io.waybillguard.tracker.easypost;

import org.jspecify.annotations.NullMarked;
