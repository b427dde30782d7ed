package io.waybillguard.local.demo;

/** The accounts of the local platform's webhook receiver. */
final class Accounts {

    /** The provider whose pushes the demo sends. */
    static final String KUAIDI100 = "kuaidi100";

    /** Kuaidi100's subscriber without a salt: its pushes are not signed. */
    static final String OPEN = "open";

    private Accounts() {}
}
