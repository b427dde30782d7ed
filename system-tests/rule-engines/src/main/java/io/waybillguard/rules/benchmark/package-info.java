/** The refund table beside the same rows in other engines: how long a decision takes. */
package io.waybillguard.rules.benchmark;
