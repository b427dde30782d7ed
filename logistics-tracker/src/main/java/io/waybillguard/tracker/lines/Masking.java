package io.waybillguard.tracker.lines;

import java.util.regex.Pattern;

/**
 * Takes phones, names and pickup codes out of a courier's line. It would rather hide a word too
 * many than a name too few. Waybill numbers stay: they are longer than phones, or stand alone.
 */
public final class Masking {

    private static final String HIDDEN = "***";

    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\dA-Za-z])(?:"
                            + "(?:\\+?86[- ]?)?1[3-9]\\d[- ]?[\\d*]{4}[- ]?[\\d*]{4}"
                            + "|\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}(?:[-转]\\d{1,6})?"
                            + "|[48]00[- ]?\\d{3,4}[- ]?\\d{3,4}"
                            + ")(?![\\dA-Za-z])");

    private static final Pattern SPOKEN_NUMBER =
            Pattern.compile("(电话|手机号?|联系方式|热线|Tel|tel|TEL)([是为：:\\s]*)[\\d*][\\d*\\- ]{3,}[\\d*]");

    private static final Pattern PICKUP_CODE =
            Pattern.compile("((?:取[货件]|提货|验证|开箱)码)([是为：:\\s“\"【]*)[A-Za-z0-9][A-Za-z0-9-]{2,}");

    private static final String TITLE =
            "(?:快递小哥|快递员|派件员|派送员|配送员|投递员|揽收员|揽件员|收件员|收派员|业务员|小件员|邮递员"
                    + "|派件人|取件人|签收人|收件人|寄件人|发件人|代收人|联系人|经办人|操作员)";

    private static final Pattern NAME =
            Pattern.compile(
                    "("
                            + TITLE
                            + ")([\\s:：是为,，【\\[（(]*+)"
                            + "(?!本人|门卫|保安|前台|家人|家属|同事|物业|邻居|他人|收发室|凭|已|正在|将|会|未|不|的|每|佩戴|在|上门|签收|派|电话|手机)"
                            + "(?:[\\p{IsHan}A-Za-z*＊·]{1,12}?(?=正在|已|签收|派|为您|会|将|电话|手机|联系|，|,|。|;|；|、|:|：|\\s|）|\\)|】|]|（|\\(|\\*{3}|$)"
                            + "|[\\p{IsHan}*＊·]{1,3})");

    /** A name that a phone follows: 由张三(***)派送. */
    private static final Pattern NAME_BEFORE_PHONE =
            Pattern.compile(
                    "(?<=[的由】])(?!的|" + TITLE + ")[\\p{IsHan}*＊·]{2,4}(?=\\s*[（(,，]?\\s*\\*{3})");

    private Masking() {}

    /** The line without phones, names and codes. */
    public static String mask(String line) {
        String masked = PHONE.matcher(line).replaceAll(HIDDEN);
        masked = SPOKEN_NUMBER.matcher(masked).replaceAll("$1$2" + HIDDEN);
        masked = PICKUP_CODE.matcher(masked).replaceAll("$1$2" + HIDDEN);
        masked = NAME_BEFORE_PHONE.matcher(masked).replaceAll(HIDDEN);
        return NAME.matcher(masked).replaceAll("$1$2" + HIDDEN);
    }
}
