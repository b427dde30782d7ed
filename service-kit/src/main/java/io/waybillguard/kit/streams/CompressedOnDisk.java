package io.waybillguard.kit.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/**
 * Stores on disk are compressed, which Kafka Streams leaves out: quickly where entries still change
 * places, well at the bottom, where most of them rest.
 */
public final class CompressedOnDisk implements RocksDBConfigSetter {

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
    }

    @Override
    public void close(String store, Options options) {
        // nothing was made that is not the options' own
    }
}
