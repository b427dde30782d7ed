/** What every provider of courier news has in common: webhooks, accounts, decoded scans. */
@NullMarked
package io.waybillguard.tracker.provider;

import org.jspecify.annotations.NullMarked;
