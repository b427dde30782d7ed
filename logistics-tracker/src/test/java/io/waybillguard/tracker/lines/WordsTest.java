package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "商家已下单，等待揽收, ORDERED",
        "您的订单已生成，待揽收, ORDERED",
        "已通知快递员上门取件, ORDERED",
        "【杭州滨江】已揽收, COLLECTED",
        "【义乌二部】揽件扫描, COLLECTED",
        "【义乌二部】的收件员已收件, COLLECTED",
        "快递员上门取件成功, COLLECTED",
        "快件离开【杭州转运中心】已发往【成都转运中心】, DEPARTED",
        "由杭州中转部 发往 成都中转部, DEPARTED",
        "【杭州转运中心】已发出 下一站【成都转运中心】, DEPARTED",
        "杭州分拨中心/装件入车扫描, DEPARTED",
        "装车扫描, DEPARTED",
        "您的快件已发车, DEPARTED",
        "快件运输中, DEPARTED",
        "快件已到达【成都转运中心】, ARRIVED",
        "上海分拨中心/下车扫描, ARRIVED",
        "卸车扫描, ARRIVED",
        "【成都转运中心】已收入, ARRIVED",
        "【成都分拣中心】分拣完成, ARRIVED",
        "深圳中转部 正在进行 装袋 扫描, ARRIVED",
        "快件到达【成都高新】派件网点, AT_DESTINATION",
        "快件已抵达目的地城市【成都】, AT_DESTINATION",
        "【高新一部】的快递员正在派件, OUT_FOR_DELIVERY",
        "派件扫描, OUT_FOR_DELIVERY",
        "【高新一部】派件中 派件人: 王某, OUT_FOR_DELIVERY",
        "您的快件正在派送中，请您准备签收, OUT_FOR_DELIVERY",
        "已安排派送，请保持电话畅通, OUT_FOR_DELIVERY",
        "快件已由成都某小区菜鸟驿站代收，请及时取件, STORED",
        "快件已存放至丰巢快递柜，请凭码取件, STORED",
        "已投柜，请及时取件, STORED",
        "【红树湾驿站】快件已被取走, SIGNED",
        "已签收，签收人是门卫签收, SIGNED",
        "客户签收人: 已签收，签收人凭取货码签收。, SIGNED",
        "签收, SIGNED",
        "您的快件已代签收【物业】，如有疑问请联系快递员, SIGNED",
        "快件已妥投, SIGNED",
        "派件异常后已签收, SIGNED",
        "派送失败：电话无人接听，改日再派, DELIVERY_FAILED",
        "未妥投：收件人不在家, DELIVERY_FAILED",
        "投递不成功, DELIVERY_FAILED",
        "收件人拒收，快件待处理, REFUSED",
        "快件已退回，正发往寄件地, RETURNING",
        "退件中, RETURNING",
        "退回件已签收, RETURNED",
        "退件已由寄件人签收, RETURNED",
        "快件已拦截，将安排退回, INTERCEPTED",
        "拦截失败，快件继续派送, OTHER",
        "运单已取消, CANCELLED",
        "快件转邮政派送, REDIRECTED",
        "快件转寄到新地址, REDIRECTED",
        "清关中, CUSTOMS",
        "快件到达海关，等待清关, CUSTOMS",
        "疑难件：收件地址不详, PROBLEM",
        "问题件【超区】, PROBLEM",
        "快件外包装破损，待处理, PROBLEM",
        "因爆仓，快件延误, PROBLEM",
        "快件滞留在【成都转运中心】, PROBLEM",
        "快件错分，将转正确网点, PROBLEM",
        "驿站超时未取, PROBLEM",
    })
    void aLineIsUnderstoodByItsWords(String line, ScanKind kind) {
        assertThat(Words.kindOf(line)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "如遇外包装破损，可当面拒收 | -",
                "如遇破损, 拒收即可。快件正在派送中 | OUT_FOR_DELIVERY",
                "快件到达【城西】，如需退回请联系客服 | ARRIVED",
                "若无人签收将退回寄件人 | -",
                "本单支持拒收后退款 | -",
                "派件中，请勿拒收 | OUT_FOR_DELIVERY",
                "请签收 | -",
                "客户申请退回，快件已退回 | RETURNING",
                "快件已到达若羌县营业部 | ARRIVED",
                "快件等待签收 | -",
                "快件待签收 | -",
                "快件未签收 | -",
                "待派件 | -",
                "准备派件 | -",
                "等待快递员派送 | -",
                "快件尚未派送 | -",
                "已到达【城西】，准备派送 | ARRIVED",
                "快件已退回，待寄件人签收 | RETURNING",
                "收件人未接电话派送失败 | DELIVERY_FAILED",
                "未派送成功 | DELIVERY_FAILED",
                "未能派送 | DELIVERY_FAILED",
                "无法签收 | DELIVERY_FAILED",
                "已将快件退回 | RETURNING",
                "快件将由【城西】派送 | -",
                "快件在【城东分拣中心】准备发往【城西营业部】，预计今日派送 | DEPARTED",
                "预计明日到达【城西】派件网点 | DEPARTED",
                "快件即将派送 | -",
                "快件超时未签收 | -",
                "电子面单已取消 | CANCELLED",
                "电子面单已生成 | ORDERED",
                "派送失败后再次派送，已签收 | SIGNED",
            })
    void onlyWhatHappenedCounts(String line, ScanKind kind) {
        assertThat(Words.kindOf(line)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "【退货仓】已签收 | SIGNED",
                "快件已由【杭州退货仓B区】签收 | SIGNED",
                "[退货仓] 已签收 | SIGNED",
                "退货中心已签收 | SIGNED",
                "已签收，签收人：退货仓库 | SIGNED",
                "已签收，签收人：退货 | SIGNED",
                "快件已到达【退货仓】 | ARRIVED",
                "快件到达拒收处理中心 | ARRIVED",
                "快件离开【拒收处理中心】 | DEPARTED",
                "【超市物流中心】快件已取走 | -",
                "快件已存放在超市物流中心 | -",
                "【签收中心】已收入 | ARRIVED",
                "快件正在运往【派件中心】 | DEPARTED",
                "正在发往杭州配送中心 | DEPARTED",
                "快件到达【义乌退件】 | ARRIVED",
                "【红树湾超市】快件已取走 | SIGNED",
                "快件已存入【丰巢柜】 | STORED",
                "【退货】快件已退回 | RETURNING",
                "问题件【超区】 | PROBLEM",
                "快件到达【上海海关】 | CUSTOMS",
                "退货已由商家签收 | RETURNED",
            })
    void aPlacesNameIsNoEvent(String line, ScanKind kind) {
        assertThat(Words.kindOf(line)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"快件超时未签收, true", "超时未更新, true", "3天无变化, true", "快件到达【城西】, false"})
    void aRemarkOnASilenceIsTold(String line, boolean remark) {
        assertThat(Words.isRemark(line)).isEqualTo(remark);
    }

    @ParameterizedTest
    @CsvSource({"单号记录", "客户备注", "快件状态更新"})
    void aLineThatSaysNothingWeKnowHasNoKind(String line) {
        assertThat(Words.kindOf(line)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "您的快件正在派送中。疫情期间，如有破损、丢失请拒收, OUT_FOR_DELIVERY",
        "【高新一部】已收入。如有疑问请联系派件员, ARRIVED",
    })
    void whatFollowsForTheReadersComfortDoesNotCount(String line, ScanKind kind) {
        assertThat(Words.kindOf(line)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "派件超区, OUT_OF_ZONE",
        "外包装破损, DAMAGED",
        "快件疑似遗失, LOST",
        "电话无人接听, UNREACHABLE",
        "收件地址不详, BAD_ADDRESS",
        "错分件, MISSORTED",
        "滞留件, HELD",
        "因天气原因延误, DELAYED",
        "柜内超时未取, UNCLAIMED",
        "疑难件, OTHER",
    })
    void aProblemHasItsReason(String line, ProblemReason reason) {
        assertThat(Words.reasonIn(line)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "已签收，签收人：本人, BUYER",
        "已签收。签收人是门卫签收, OTHER_PERSON",
        "已签收，家人代签, OTHER_PERSON",
        "签收人凭取货码签收, LOCKER_OR_STATION",
        "已由菜鸟驿站签收, LOCKER_OR_STATION",
        "已签收, UNKNOWN",
        "【红树湾驿站】已签收, LOCKER_OR_STATION",
        "【超市物流中心】已签收, UNKNOWN",
        "已代签收【物业】, OTHER_PERSON",
    })
    void aSignatureHasItsSigner(String line, SignedBy by) {
        assertThat(Words.signerIn(line)).isEqualTo(by);
    }
}
