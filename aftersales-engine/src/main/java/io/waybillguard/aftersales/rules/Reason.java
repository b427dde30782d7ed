package io.waybillguard.aftersales.rules;

/** Why a condition did not hold, with the figure that was seen. */
enum Reason implements Template {
    WITHIN_PAID("退款 {0} 与此前的 {1} 合计未超过实付 {2}", "{0} and the earlier {1} are within the {2} paid"),
    KIND_DIFFERS("申请类型为{0}，不是{1}", "the request is {0}, not {1}"),
    REFUND_NOT_UNDER("退款 {0} 不低于 {1}", "the refund {0} is not under {1}"),
    REFUND_LESS("退款 {0} 低于 {1}", "the refund {0} is less than {1}"),
    REFUND_OVER_CAP("退款 {0} 超过店铺上限 {1}", "the refund {0} is over the shop's {1}"),
    REFUND_OVER_AUTOMATIC(
            "退款 {0} 超过平台自动退款上限 {1}", "the refund {0} is over the platform's automatic cap {1}"),
    PARTIAL("退款 {0} 只是实付 {1} 的一部分", "the refund {0} is a part of the {1} paid"),
    REASON_DIFFERS("申请原因为{0}，不在其中：{1}", "the reason {0} is none of {1}"),
    ITEMS_ORDERED(
            "每件商品都已订购，且未超出订购", "every item was ordered, and no more of it is asked back than was"),
    NOT_ENABLED("店铺未开启", "the shop has not enabled it"),
    HAS_SHIPPED("订单已发货", "the order has shipped"),
    HAS_NOT_SHIPPED("订单未发货", "the order has not shipped"),
    NOT_COLLECTED("有包裹尚未揽收，当前：{0}", "a parcel was not collected yet: {0}"),
    IS_SIGNED("有包裹已签收", "a parcel is signed for"),
    NOT_BACK("有包裹既未拒收也未退回，当前：{0}", "a parcel is neither refused nor returned to the sender: {0}"),
    OTHER_NUMBER("订单有 {0} 个包裹，不是一个", "the order has {0} parcels, not one"),
    OTHER_STAGE("包裹状态为：{0}，不全是：{1}", "the parcels are {0}, not all of them {1}"),
    RECEIVED("买家已确认收货", "the buyer has the goods"),
    NOT_LOST(
            "没有可据以处理的疑似丢失，当前：{0}",
            "not every parcel is suspected lost by a stall that is neither exempt nor of a silent"
                    + " feed: {0}"),
    NO_SUCH_STALL(
            "没有可据以处理的停滞（类型 {0}，程度 {1}），当前：{2}",
            "no parcel has a stall of {0} and {1} that may be acted on, but {2}"),
    ORDER_NOT_UNDER("订单金额 {0} 不低于 {1}", "the order amount {0} is not under {1}"),
    ORDER_LESS("订单金额 {0} 低于 {1}", "the order amount {0} is less than {1}"),
    ORDER_UNKNOWN("订单信息未知", "the order is not known"),
    GOODS_ARE("商品含{0}", "goods are {0}"),
    GOODS_NOT_ALL("商品不全是{0}", "not all goods are {0}"),
    OTHER_CATEGORY("商品类目为：{0}，不全是：{1}", "the goods are {0}, not all of them {1}"),
    EXCLUDED_CATEGORY("商品类目为：{0}，店铺排除：{1}", "the goods are {0}, and the shop excludes {1}"),
    OTHER_COURIER("包裹由 {0} 承运，不全是：{1}", "the parcels go with {0}, not all with {1}"),
    OTHER_REGION("订单送往：{0}，不全在：{1}", "the order goes to {0}, not all to {1}"),
    REGION_UNKNOWN("送往何处未知", "where the order goes is not known"),
    CROSS_BORDER("跨境订单", "the order is cross-border"),
    NOT_SIGNED("尚未签收", "nothing is signed for"),
    ASKED_LATE("签收于 {0}，申请时已超过 {1}", "asked more than {1} after the signature of {0}"),
    NOT_STOPPABLE("包裹状态为{0}", "the parcel is {0}"),
    NO_OPERATION("店铺未正常营业", "the shop is not in normal operation"),
    NO_AGREEMENT("店铺未签署拦截协议", "the shop has not signed an interception agreement"),
    AGREEMENT_NOT_YET("拦截协议 {0} 自 {1} 起生效", "the agreement {0} does not hold before {1}"),
    COURIER_NOT_IN_AGREEMENT("{0} 不在协议 {1} 范围内", "{0} is not in the agreement {1}"),
    WAYBILL_NOT_ENABLED("未开通 {0} 的平台电子面单", "{0}'s platform e-waybill is not enabled"),
    OTHER_WAYBILL("运单不是平台电子面单", "the waybill is not the platform's own"),
    STOPPED_ONCE("{0} 每单限拦截一次，已拦截过", "{0} stops one parcel an order, and did"),
    ASKED_BEFORE("已请求快递拦截该包裹", "the courier was already asked to stop the parcel"),
    SHOP_DAY_FULL(
            "店铺当天仅凭规则已支付 {0}，上限 {1}",
            "rules alone have paid {0} of the shop's day, and the most is {1}"),
    BUYER_DAY_FULL(
            "买家当天仅凭规则可得的金额上限为 {0}，已不足",
            "rules alone may pay a buyer {0} a day, and this would be more"),
    DAY_UNANSWERED("当天余额未能及时得知", "whether the day has room was not heard in time"),
    BUYER_REFUNDS_UNKNOWN("买家近期退款次数未知", "how many refunds the buyer had of late is not known"),
    BUYER_REFUNDS_LESS(
            "买家近期在本店退款 {0} 次，少于 {1} 次",
            "the buyer had {0} refunds of the shop of late, less than {1}"),
    BUYER_REFUNDS_NOT_UNDER(
            "买家近期在本店退款 {0} 次，不少于 {1} 次",
            "the buyer had {0} refunds of the shop of late, not under {1}");

    private final String zh;
    private final String en;

    Reason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
