/** The logistics tracker: courier webhooks in; stalls, milestones and clean scans out. */
@NullMarked
package io.waybillguard.tracker;

import org.jspecify.annotations.NullMarked;
