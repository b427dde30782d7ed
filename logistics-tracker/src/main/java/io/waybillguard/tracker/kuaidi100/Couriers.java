package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.events.types.CourierCode;
import java.util.Locale;
import java.util.Map;

/** Kuaidi100's names of couriers in ours; others stay as they are, in upper case. */
final class Couriers {

    private static final Map<String, String> OURS =
            Map.of(
                    "shunfeng", "SF",
                    "zhongtong", "ZTO",
                    "yuantong", "YTO",
                    "shentong", "STO",
                    "yunda", "YUNDA",
                    "jtexpress", "JT",
                    "jd", "JD",
                    "ems", "EMS",
                    "youzhengguonei", "POST",
                    "debangwuliu", "DEPPON");

    private Couriers() {}

    /**
     * Our code.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    static CourierCode of(String com) {
        String name = com.strip().toLowerCase(Locale.ROOT);
        return new CourierCode(OURS.getOrDefault(name, name));
    }
}
