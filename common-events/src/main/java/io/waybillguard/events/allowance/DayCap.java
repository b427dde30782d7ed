package io.waybillguard.events.allowance;

/** Whose automatic money of a day is capped. */
public enum DayCap {
    SHOP,
    BUYER
}
