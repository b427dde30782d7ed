package io.waybillguard.aftersales.rules;

/** Words in both languages, with places for arguments: {@code {0}}, {@code {1}}. */
public interface Template {

    /** As machines tell it apart. */
    String name();

    /** In Chinese. */
    String zh();

    /** In English. */
    String en();
}
