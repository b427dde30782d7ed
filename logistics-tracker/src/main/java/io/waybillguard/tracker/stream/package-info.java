/** The topology: webhooks, scans, claims and pulses in; scans, milestones and stalls out. */
@NullMarked
package io.waybillguard.tracker.stream;

import org.jspecify.annotations.NullMarked;
