package io.waybillguard.events.policy;

/** Of messages to buyers. */
public enum Language {
    ZH,
    EN
}
