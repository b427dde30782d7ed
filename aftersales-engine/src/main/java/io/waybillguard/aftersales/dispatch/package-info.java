/**
 * Carries the engine's commands to the outside world: what the payout and the interception
 * dispatcher have in common.
 */
@NullMarked
package io.waybillguard.aftersales.dispatch;

import org.jspecify.annotations.NullMarked;
