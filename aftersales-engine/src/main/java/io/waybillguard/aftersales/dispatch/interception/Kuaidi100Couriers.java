package io.waybillguard.aftersales.dispatch.interception;

import java.util.Map;

/** Couriers as Kuaidi100 calls them, by our codes. */
final class Kuaidi100Couriers {

    /** Those whose parcels it can stop. */
    static final Map<String, String> CODES =
            Map.of(
                    "ZTO", "zhongtong",
                    "YTO", "yuantong",
                    "STO", "shentong",
                    "JT", "jtexpress",
                    "YUNDA", "yunda",
                    "SF", "shunfeng",
                    "JD", "jd",
                    "EMS", "ems",
                    "DEPPON", "debangwuliu");

    private Kuaidi100Couriers() {}
}
