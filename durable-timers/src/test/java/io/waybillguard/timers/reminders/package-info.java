/**
 * A small application with deadlines, to try the library on: a key has at most one reminder, and
 * what was asked of each key is counted in its state.
 */
package io.waybillguard.timers.reminders;
