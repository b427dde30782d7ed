package io.waybillguard.events.order;

/** What the rules ask of goods. */
public enum GoodsTrait {
    /** 生鲜: not interceptable. */
    FRESH,
    /** 虚拟: nothing is shipped. */
    VIRTUAL,
    /** 整车: not interceptable. */
    WHOLE_VEHICLE,
    /** 支持七天无理由. */
    SEVEN_DAY_RETURN
}
