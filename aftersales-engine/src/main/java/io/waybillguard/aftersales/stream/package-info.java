/** The engine as a Kafka Streams topology: loads, asks the desk, stores, forwards. */
@NullMarked
package io.waybillguard.aftersales.stream;

import org.jspecify.annotations.NullMarked;
