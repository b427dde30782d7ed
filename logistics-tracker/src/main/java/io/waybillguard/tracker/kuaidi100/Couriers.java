package io.waybillguard.tracker.kuaidi100;

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

    /** Our code, or what cannot be one. */
    static String of(String com) {
        String name = com.strip().toLowerCase(Locale.ROOT);
        return OURS.getOrDefault(name, name);
    }
}
