package io.waybillguard.tracker.provider;

import io.waybillguard.tracker.provider.Provider.Outcome;

/** What became of a webhook, in the words of answers to Chinese providers. */
public final class ChineseWords {

    private ChineseWords() {}

    /**
     * The words.
     *
     * @param taken the provider's own for what was taken
     */
    public static String of(Outcome outcome, String taken) {
        return switch (outcome) {
            case TAKEN -> taken;
            case UNKNOWN_ACCOUNT -> "未知账号";
            case NOT_AUTHENTIC -> "签名错误";
            case TOO_LARGE -> "内容过大";
            case NOT_WRITTEN -> "暂时无法接收";
        };
    }
}
