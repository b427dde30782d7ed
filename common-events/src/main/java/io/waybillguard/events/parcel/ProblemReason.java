package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a scan says that something is wrong. */
public enum ProblemReason {
    /** 超区 */
    OUT_OF_ZONE,
    /** 破损 */
    DAMAGED,
    /** 丢失 */
    LOST,
    /** 无法联系 */
    UNREACHABLE,
    /** 地址不详 */
    BAD_ADDRESS,
    /** 错分 */
    MISSORTED,
    /** 滞留 */
    HELD,
    /** Weather, festival, full hubs: 延迟, 爆仓. */
    DELAYED,
    /** In a locker or station past its time: 超时未取. */
    UNCLAIMED,
    /** Any other, or one newer than the reader. */
    @JsonEnumDefaultValue
    OTHER
}
