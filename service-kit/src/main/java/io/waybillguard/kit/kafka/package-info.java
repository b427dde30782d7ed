/**
 * Kafka at the edge of a service: settings, topics made before anything starts, events sent, dead
 * letters.
 */
@NullMarked
package io.waybillguard.kit.kafka;

import org.jspecify.annotations.NullMarked;
