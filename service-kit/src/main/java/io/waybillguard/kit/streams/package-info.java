/** A Kafka Streams topology as part of a Spring Boot service: its life, its health, its records. */
@NullMarked
package io.waybillguard.kit.streams;

import org.jspecify.annotations.NullMarked;
