package io.waybillguard.tracker.lines;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes phones, names, street addresses and pickup codes out of a courier's line. It would rather
 * hide a word too many than a name too few. Waybill numbers stay: they are longer than phones, or
 * the word before them says what they are.
 */
public final class Masking {

    private record Rule(Search found, String instead) {}

    private static final String HIDDEN = "***";

    private static final String MOBILE = "(?:\\+?86[- ]?)?1[3-9]\\d[-. ]?[\\d*]{4}[-. ]?[\\d*]{4}";

    /** Three digits of area and eight, or four and seven or eight: SF's twelve digits are none. */
    private static final String LANDLINE =
            "(?<!(?:单号|运单|邮件|快件|编号|面单|包裹)[号是为：: 【\\[]{0,3})"
                    + "(?:[(（]?0(?:10|2\\d)[)）]?[- ]?\\d{4}[- ]?\\d{4}"
                    + "|[(（]?0[3-9]\\d{2}[)）]?[- ]?\\d{3,4}[- ]?\\d{4})";

    private static final Search PHONE =
            Search.of(
                    "(?<![\\dA-Za-z])(?:"
                            + MOBILE
                            + "|"
                            + LANDLINE
                            + "|[48]00[- ]?\\d{3,4}[- ]?\\d{3,4}"
                            + ")(?:[-转]\\d{1,6})?(?![\\dA-Za-z])");

    private static final Search SPOKEN_NUMBER =
            Search.of("(电话|手机号?|联系方式|热线|Tel|tel|TEL)([是为：:\\s]*+)[\\d*](?:[- ]{0,2}[\\d*]){4,30}+");

    private static final Search PICKUP_CODE =
            Search.of("((?:取[货件]|提货|验证|开箱)码)([是为：:\\s“\"【]*+)[A-Za-z0-9][A-Za-z0-9-]{2,30}+");

    private static final String STREET = "(?:大道|大街|[路街巷弄村里]|胡同|社区|小区|花园)";
    private static final String NUMBER = "[0-9A-Za-z一二三四五六七八九十甲乙丙]{1,5}";
    private static final String UNIT =
            "(?:[-—、 ]?" + NUMBER + "(?:号楼|号院|单元|[栋幢座楼层室号户弄])){0,6}+(?:[-—]?\\d{1,5})?";

    private static final Search ADDRESS_TOLD =
            Search.of("((?:地址|住址)[是为：:\\s]{1,3}+)(?!不详|错误|有误|不清|不完整)[^，,。；;！!（(【\\[]{2,60}+");

    private static final Search HOUSE =
            Search.of(
                    "(?:(?![省市区县镇乡至到在往由于已送的址是为])\\p{IsHan}){1,8}?"
                            + STREET
                            + "\\s?\\d{1,5}\\s?(?:[号弄巷]|-\\d{1,5})"
                            + UNIT);

    private static final Search ROOM =
            Search.of(NUMBER + "(?:号楼|号院|单元|[栋幢])" + UNIT + "|(?<!\\d)\\d{3,4}室");

    private static final String TITLE =
            "(?:快递小哥|快递员|派件员|派送员|配送员|投递员|揽收员|揽件员|收件员|收派员|业务员|小件员|邮递员"
                    + "|(?:收件人|寄件人|签收人)?姓名"
                    + "|派件人|取件人|签收人|收件人|寄件人|发件人|代收人|联系人|经办人|操作员)";

    /** People and places that are nobody by name. */
    private static final String NOBODY =
            "(?:本人|门卫|保安|前台|家人|家属|同事|物业|邻居|他人|收发室|亲友|朋友|客户|顾客|用户|商家|卖家|买家|寄方"
                    + "|[收寄发签取]件?人|快递|派件|服务|驿站|柜|丰巢|菜鸟|兔喜|自提|代[收办]点|超市|店|公司|中心|网点|营业|退货|退件)";

    private static final Search NAME =
            Search.of(
                    "("
                            + TITLE
                            + ")([\\s:：是为,，【\\[（(]*+)"
                            + "(?!"
                            + NOBODY
                            + "|凭|已|正在|将|会|未|不|的|每|佩戴|在|上门|签收|派|电话|手机|拒|退|无|更改|要求|申请|表示|来电|地址|信息|姓名)"
                            + "(?:[\\p{IsHan}A-Za-z*＊·]{1,12}?(?=正在|已|签收|派|为您|会|将|电话|手机|联系|，|,|。|;|；|、|:|：|\\s|）|\\)|】|]|（|\\(|\\*{3}|$)"
                            + "|[\\p{IsHan}*＊·]{1,3})");

    /** A name that a phone follows: 由张三(***)派送. */
    private static final Search NAME_BEFORE_PHONE =
            Search.of("(?<=[的由】])(?!的|" + TITLE + ")[\\p{IsHan}*＊·]{2,4}(?=\\s?[（(,，]?\\s?\\*{3})");

    /** 由张三签收, 被张三代领. */
    private static final Search NAME_OF_SIGNER =
            Search.of(
                    "(?<=[由被])\\s?(?![\\p{IsHan}*＊·]{0,3}"
                            + NOBODY
                            + ")(?:[\\p{IsHan}*＊·]{2,4}?|[A-Za-z][A-Za-z .]{1,20}?)"
                            + "(?=\\s?(?:先生|女士|小姐)?已?(?:签收|代签|代收|代领|收货|领取|取走|取件|拒收))");

    /** 已签收：张三 and 已签收，张三代签. */
    private static final Search NAME_BESIDE_SIGNATURE =
            Search.of(
                    "(?<=签收[：:]\\s?)(?!"
                            + NOBODY
                            + ")[\\p{IsHan}*＊·]{2,4}(?=[。，,；;）)\\s]|$)"
                            + "|(?<=[，,。：:；;】\\s])(?!"
                            + NOBODY
                            + "|已|被|由)[\\p{IsHan}*＊·]{2,3}(?=代签)");

    private static final List<Rule> RULES =
            List.of(
                    new Rule(PHONE, HIDDEN),
                    new Rule(SPOKEN_NUMBER, "$1$2" + HIDDEN),
                    new Rule(PICKUP_CODE, "$1$2" + HIDDEN),
                    new Rule(ADDRESS_TOLD, "$1" + HIDDEN),
                    new Rule(HOUSE, HIDDEN),
                    new Rule(ROOM, HIDDEN),
                    new Rule(NAME_BEFORE_PHONE, HIDDEN),
                    new Rule(NAME_OF_SIGNER, HIDDEN),
                    new Rule(NAME_BESIDE_SIGNATURE, HIDDEN),
                    new Rule(NAME, "$1$2" + HIDDEN));

    static final List<Pattern> PATTERNS =
            RULES.stream().map(rule -> rule.found().pattern()).toList();

    private Masking() {}

    /** The line without phones, names, addresses and codes; of a long one only its beginning. */
    public static String mask(String line) {
        Letters masked = Letters.of(Tidy.text(line));
        for (Rule rule : RULES) {
            masked = rule.found().replacedIn(masked, rule.instead());
        }
        return masked.text();
    }
}
