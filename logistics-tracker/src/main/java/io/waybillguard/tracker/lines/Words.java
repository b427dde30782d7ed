package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a courier's line says by its words, as far as they state what happened ({@link Statement}).
 * The first row whose words are found counts: so what is more certain, and what contains another
 * row's words, stands above it.
 */
public final class Words {

    /** A word row: where {@code found}, the line is of {@code kind}. */
    record Row(ScanKind kind, Search found) {}

    private record Reason(ProblemReason reason, Search found) {}

    private record Signer(SignedBy by, Search found) {}

    private static final String DELIVER = Statement.DELIVER;

    /** After a delivery: a place or a person is named, not an act told. */
    private static final String NO_NAME = "(?!中心|[部站点仓]|网点|地|城市|公司|区域|范围|地址)";

    private static final String STATION = "(驿站|柜|丰巢|自提|代收点|代办点|服务站|便民站|便利店|超市|兔喜|妈妈店|取件点)";

    private static final List<Row> ROWS =
            List.of(
                    row(ScanKind.OTHER, "拦截失败|取消拦截|拦截未成功|签收失败的?拦截"),
                    row(ScanKind.RETURNED, "退签|退[件回货].{0,8}签收|(寄件人|发件人|寄方|商家|卖家)已?.{0,4}签收退?"),
                    row(ScanKind.INTERCEPTED, "已拦截|拦截成功|拦截件"),
                    row(ScanKind.CANCELLED, "销单|(订单|运单|寄件|揽收|揽件|面单)已?被?(取消|作废)|取消(寄件|订单|运单|面单)"),
                    row(ScanKind.REFUSED, "拒收|拒签|拒绝签收"),
                    row(ScanKind.RETURNING, "退回|退件|退货|退还|返回寄|原路返|转退|返件"),
                    row(ScanKind.SIGNED, "(异常|失败|不成功)[^。；;]{0,4}后[^。；;]{0,12}签收"),
                    row(
                            ScanKind.DELIVERY_FAILED,
                            DELIVER
                                    + "(异常|失败|不成功|未成功|未果)|未能?妥投|未(能|成功|能成功)"
                                    + DELIVER
                                    + "|未"
                                    + DELIVER
                                    + "成功|签收失败|签收异常|未能签收|无法签收"),
                    row(
                            ScanKind.SIGNED,
                            "已签收|已.{0,6}代签|代签收?[。，,!！]|签收人|签收成功|成功签收|本人签收|(?<!未)(?<!未能)(?<!待)已?妥投"
                                    + "|凭.{0,4}码签收|"
                                    + STATION
                                    + ".{0,24}(已取件|取走|已被?取出|已领取)|快件取出"),
                    row(ScanKind.PROBLEM, "疑难|问题件|异常件|超区|超出派送|破损|损坏|丢失|遗失|无法联系|联系不上|无人接听|电话不通"),
                    row(
                            ScanKind.PROBLEM,
                            "地址(不详|错误|不清|有误|不完整)|错分|错发|分拣错误|滞留|爆仓|延误|延迟|超时未取|逾期未取|无法(派送|派件|投递|配送|送达)"),
                    row(
                            ScanKind.STORED,
                            STATION
                                    + ".{0,24}(代收|暂存|存放|存入|投柜|放入|入库|待取|取件|已到|送达)|投柜|已?(暂存|存放|存入|放入|放至|投入|送至).{0,24}"
                                    + STATION),
                    row(
                            ScanKind.ORDERED,
                            "(待|等待|准备|未)(揽收|揽件|取件|收件)|已下单|下单成功|订单.{0,4}(生成|提交|创建|接收)|已打单|打印.{0,4}面单|已通知快递员|电子面单已"),
                    row(ScanKind.CUSTOMS, "清关|海关|报关|通关|关税"),
                    row(
                            ScanKind.REDIRECTED,
                            "转投|转寄|改址|改派|转(邮政|EMS|其他|其它)|转交.{0,12}(快递|速运|速递|物流|邮政)"),
                    row(
                            ScanKind.AT_DESTINATION,
                            "(?<!即将)(?<!预计.{0,8})(到达|抵达|已到|到了).{0,30}"
                                    + "(派件|派送|投递|目的|末端|收件)(城市|地|网点|点|站|部|分部|营业)"),
                    row(
                            ScanKind.OUT_FOR_DELIVERY,
                            "(正在|开始|安排|已由|外出|再次|重新|进行).{0,14}"
                                    + DELIVER
                                    + NO_NAME
                                    + "|"
                                    + DELIVER
                                    + "(中(?!心|转)|途中|扫描|员|人)|^"
                                    + DELIVER
                                    + "$"),
                    row(
                            ScanKind.COLLECTED,
                            "揽收(?![部点站])|揽件(?![部点站])|揽货|已收取|已收件|收件扫描|已取件|取件成功|收寄|已收寄"),
                    row(
                            ScanKind.SIGNED,
                            "(?<!待)(?<!准备)(?<!注意)(?<!请)(?<!请您)签收(?!前|时|后|码|点|中心|站|地址|率|短信|通知)"),
                    row(ScanKind.DEPARTED, "离开|驶离|即将到达|预计.{0,12}到达|已发车|启程|起飞|已出发|出港"),
                    row(ScanKind.ARRIVED, "到达|抵达|到件|卸车|下车|已到|进港"),
                    row(ScanKind.DEPARTED, "发往|发出|发车|发运|装车|入车|运往|前往|已发件|发件扫描|转运中(?!心)|运输中|^发件"),
                    row(ScanKind.ARRIVED, "收入|入库|分拣|打包|集包|装袋|装包|拆包|扫描|称重|安检|处理中"));

    private static final List<Reason> REASONS =
            List.of(
                    reason(ProblemReason.OUT_OF_ZONE, "超区|超出派送|不在(派送|服务)范围"),
                    reason(ProblemReason.DAMAGED, "破损|损坏"),
                    reason(ProblemReason.LOST, "丢失|遗失"),
                    reason(ProblemReason.UNCLAIMED, "超时未取|逾期未取"),
                    reason(ProblemReason.UNREACHABLE, "无法联系|联系不上|无人接听|电话不通|关机|停机|空号|不在家|无人签收"),
                    reason(ProblemReason.BAD_ADDRESS, "地址(不详|错误|不清|有误|不完整)"),
                    reason(ProblemReason.MISSORTED, "错分|错发|分拣错误"),
                    reason(ProblemReason.HELD, "滞留|暂存"),
                    reason(ProblemReason.DELAYED, "爆仓|延误|延迟|天气|节假日|疫情|交通|改日|更改.{0,4}时间"));

    private static final List<Signer> SIGNERS =
            List.of(
                    new Signer(SignedBy.BUYER, Search.of("本人")),
                    new Signer(SignedBy.LOCKER_OR_STATION, Search.of(STATION + "|取[货件]码|菜鸟|代办")),
                    new Signer(
                            SignedBy.OTHER_PERSON,
                            Search.of("门卫|保安|前台|物业|家人|家属|同事|邻居|他人|代签|代收|收发室")));

    /** What a provider says of a silence: nobody scanned anything. */
    private static final Search REMARK =
            Search.of(
                    "超时未(?:签收|更新|妥投)|(?:长时间|\\d{1,4}\\s?(?:天|日|个?小时))(?:以上|内)?(?:无|未|没有)"
                            + "(?:变化|更新|查询|记录|轨迹|物流)");

    static final List<Pattern> PATTERNS =
            Stream.of(
                            ROWS.stream().map(Row::found),
                            REASONS.stream().map(Reason::found),
                            SIGNERS.stream().map(Signer::found),
                            Stream.of(REMARK))
                    .flatMap(searches -> searches)
                    .map(Search::pattern)
                    .toList();

    private Words() {}

    /** The kind that the words say happened; null when they say none. */
    public static @Nullable ScanKind kindOf(String line) {
        Letters said = Statement.of(line);
        for (Row row : ROWS) {
            if (row.found().isIn(said)) {
                return row.kind();
            }
        }
        return null;
    }

    /** Why something is wrong. */
    public static ProblemReason reasonIn(String line) {
        Letters said = Statement.withPlans(line);
        return REASONS.stream()
                .filter(row -> row.found().isIn(said))
                .map(Reason::reason)
                .findFirst()
                .orElse(ProblemReason.OTHER);
    }

    /** Who signed. */
    public static SignedBy signerIn(String line) {
        Letters said = Statement.withPlans(line);
        return SIGNERS.stream()
                .filter(row -> row.found().isIn(said))
                .map(Signer::by)
                .findFirst()
                .orElse(SignedBy.UNKNOWN);
    }

    /** Whether it only remarks on a silence, which no scan ends. */
    public static boolean isRemark(String line) {
        return REMARK.isIn(Letters.of(Tidy.text(line)));
    }

    private static Row row(ScanKind kind, String words) {
        return new Row(kind, Search.of(words));
    }

    private static Reason reason(ProblemReason reason, String words) {
        return new Reason(reason, Search.of(words));
    }
}
