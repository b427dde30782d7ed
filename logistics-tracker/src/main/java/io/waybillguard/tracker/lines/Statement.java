package io.waybillguard.tracker.lines;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a line states that something happened. Courtesies, conditions (如遇破损可拒收), requests (请签收),
 * what is yet to come (等待签收, 预计派送) and the names of places say nothing of the kind.
 */
final class Statement {

    static final String DELIVER = "(?:派送|派件|投递|配送|送货)";

    /** What follows a line for the reader's comfort; it names dangers that did not happen. */
    private static final Search COURTESY =
            Search.of("如有疑问|如您未|若您未|疫情期间|给您服务的|感谢|祝您|为保证|温馨提示|投诉电话|有问题请|如有问题");

    /** Places that are named without brackets, by words that are kinds elsewhere. */
    private static final Search NAMES =
            Search.of(
                    "(?:退货|退件|拒收|逆向|售后|退换货)(?:件|处理|管理|集散|分拨|专用)*+(?:仓库?|中心|[组站部点库处]|网点)"
                            + "|退回(?:件|处理|管理)*+(?:仓库?|中心)"
                            + "|(?:超市|便利店)(?:物流|配送|仓储|供应链|生鲜)*+(?:中心|仓库?|公司|物流|配送)");

    /** Who signed; his name is no event either. */
    private static final Search SIGNER_NAMED_RETURN = Search.of("签收人[是为：:\\s]{0,3}(?:退货|退件)");

    /** To the end of the sentence. */
    private static final Search CONDITION =
            Search.of("(?:如遇|如需|如果|如有|如您|如未|如因|如不|如若|如发现|如要|若(?!羌|尔盖|干)|倘若|假如|一旦)[^。；;！!]*+");

    /** To the next comma. */
    private static final Search REQUEST =
            Search.of(
                    "(?:支持|(?<![申邀提恳聘])请(?!求)|为避免|以免|可(?:以|当场|当面|直接|选择|申请|要求){0,2}+(?=[拒退签改转]))"
                            + "[^。；;！!，,]*+");

    private static final String EVENT = "(?:签收|" + DELIVER + "|送达|拒收|拒签|退回|退货|退件)";
    private static final String NO_OUTCOME = "(?!成功|失败|异常|不|未)";

    private static final Search STILL_TO_COME =
            Search.of(
                    "(?:(?:待|未(?!能|成功))"
                            + gap(6)
                            + "|(?:等待|等候|准备|预备|尚未|还未|暂未|需|以便|方便|提醒|催促|预计|预估|预期|计划|即将|稍后|尽快"
                            + "|明[日天]|次日|改日|(?<!已)将(?!快件|您的|包裹|邮件|此件|该件|件|货|其))"
                            + gap(24)
                            + ")"
                            + EVENT
                            + NO_OUTCOME);

    static final List<Pattern> PATTERNS =
            Stream.of(COURTESY, NAMES, SIGNER_NAMED_RETURN, CONDITION, REQUEST, STILL_TO_COME)
                    .map(Search::pattern)
                    .toList();

    private Statement() {}

    /** What happened, as {@code line} says. */
    static Letters of(String line) {
        return STILL_TO_COME.replacedIn(withPlans(line), " ");
    }

    /** The same, and what is yet to come. */
    static Letters withPlans(String line) {
        Letters told = Letters.of(Brackets.withoutNames(withoutCourtesy(Tidy.text(line))));
        told = NAMES.replacedIn(told, "某处");
        told = SIGNER_NAMED_RETURN.replacedIn(told, "签收人");
        told = CONDITION.replacedIn(told, " ");
        return REQUEST.replacedIn(told, " ").stripped();
    }

    private static String withoutCourtesy(String line) {
        if (!COURTESY.mayBeIn(Letters.of(line))) {
            return line;
        }
        Matcher courtesy = COURTESY.pattern().matcher(line);
        return courtesy.find() && courtesy.start() > 0
                ? line.substring(0, courtesy.start()).strip()
                : line;
    }

    /** Up to so many characters of the same clause, in which the parcel does not move. */
    private static String gap(int most) {
        return "(?:(?!到达|抵达|发往)[^。；;！!，,]){0," + most + "}?";
    }
}
