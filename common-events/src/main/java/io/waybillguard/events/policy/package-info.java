/** What shops and the platform set: policies and force majeure filings. */
@NullMarked
package io.waybillguard.events.policy;

import org.jspecify.annotations.NullMarked;
