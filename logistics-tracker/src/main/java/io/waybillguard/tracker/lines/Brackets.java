package io.waybillguard.tracker.lines;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in brackets: mostly the name of a place, which may contain any word (【退货仓】 is no
 * return), sometimes who signed or what is wrong.
 */
final class Brackets {

    static final Pattern BRACKETS = Pattern.compile("[【\\[]([^【】\\[\\]]{1,60}+)[】\\]]");

    private static final Pattern STATION =
            Pattern.compile("驿站|柜|丰巢|自提|代收点|代办点|服务站|便民站|便利店|超市|兔喜|妈妈店|取件点");

    /** A hub or a branch, whatever else its name says. */
    private static final Pattern HUB =
            Pattern.compile("(?:中心|仓库?|公司|分拨|集散|转运|中转|物流园|营业部|分部|物流)[A-Za-z0-9#()（）_-]{0,8}$");

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:仓库?|中心|公司|部|[网驿]?站|网?点|店|超市|柜|[市区县省镇乡村路场园厅局所库港处组室]|口岸|街道|分拨|集散"
                            + "|转运|中转|小区|大厦|大学|医院)[A-Za-z0-9#()（）_-]{0,8}$");

    private static final Pattern BEFORE_A_PLACE =
            Pattern.compile("(?:到达|抵达|离开|发出|进入|上一站|返回|由|从|在|至|到|往|于|下一站)[:：]?\\s?$");

    private static final Pattern WHERE_IT_GOES =
            Pattern.compile("(?:发往|运往|开往|前往|送往|转往|寄往|下一站|目的地)[是为]?[:：]?\\s?$");

    private static final Pattern SIGNER =
            Pattern.compile("(?:本人|门卫|保安|前台|物业|家人|家属|同事|邻居|他人|收发室|代收点?)[室处部]?");

    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:已|未|正在|客户|收件人|待)?(?:签收|代签收?|妥投|派件|派送|配送|投递|揽收|揽件|发出|到达|退回|退件|退货|退签"
                            + "|拒收|拒签|超区|破损|丢失|遗失|滞留|错分|延误|延迟|无法联系|联系不上|无人接听|电话不通"
                            + "|地址(?:不详|错误|有误)|疑难件?|问题件|异常件?|拦截|转寄|转投|改派|销单|取消|清关|报关)"
                            + "(?:中|成功|失败|异常|完成|扫描|件)?");

    private static final int LONGEST_PREPOSITION = 8;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_DIGITS = 5;

    static final List<Pattern> PATTERNS =
            List.of(BRACKETS, STATION, HUB, PLACE, BEFORE_A_PLACE, WHERE_IT_GOES, SIGNER, LABEL);

    private Brackets() {}

    /** The line with places' names taken out; of a pickup station only that it is one stays. */
    static String withoutNames(String line) {
        return BRACKETS.matcher(line)
                .replaceAll(found -> {
                    String content = found.group(1).strip();
                    if (!isPlace(content, before(line, found.start()))) {
                        return Matcher.quoteReplacement(found.group());
                    }
                    return STATION.matcher(content).find() && !HUB.matcher(content).find()
                            ? "【驿站】"
                            : "【】";
                });
    }

    /** The first place in brackets where something happened, not where the parcel goes. */
    static String placeIn(String line) {
        List<MatchResult> all = BRACKETS.matcher(line).results().toList();
        return all.stream()
                .filter(found -> !isWhereItGoes(line, found.start()))
                .map(found -> found.group(1).strip())
                .filter(content -> isName(content) && !saysMoreThanAPlace(content))
                .findFirst()
                .orElse("");
    }

    /** Whether what begins at {@code at} is only told as the next place. */
    static boolean isWhereItGoes(String line, int at) {
        return WHERE_IT_GOES.matcher(before(line, at)).find();
    }

    private static boolean isPlace(String content, String before) {
        if (saysMoreThanAPlace(content) || content.endsWith("海关")) {
            return false;
        }
        return before.isEmpty()
                || PLACE.matcher(content).find()
                || BEFORE_A_PLACE.matcher(before).find();
    }

    private static boolean saysMoreThanAPlace(String content) {
        return SIGNER.matcher(content).matches() || LABEL.matcher(content).matches();
    }

    /** No number and nothing that was masked. */
    private static boolean isName(String content) {
        return content.length() > 1
                && content.length() <= LONGEST_NAME
                && content.indexOf('*') < 0
                && content.chars().filter(Character::isDigit).count() < MOST_DIGITS;
    }

    private static String before(String line, int at) {
        return line.substring(Math.max(0, at - LONGEST_PREPOSITION), at);
    }
}
