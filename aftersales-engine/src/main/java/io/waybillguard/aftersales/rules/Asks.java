package io.waybillguard.aftersales.rules;

/** What conditions ask for. */
enum Asks implements Template {
    MORE_THAN_PAID("本次与此前的退款合计超过实付金额", "this refund and the earlier ones exceed what was paid"),
    MORE_OF_AN_ITEM(
            "某件商品要求退还的数量或金额多于订购",
            "more of an item, by pieces or by money, is asked back than was ordered"),
    KIND("申请类型为{0}", "the request is {0}"),
    REFUND_UNDER("退款金额低于 {0}", "the refund is under {0}"),
    REFUND_FROM("退款金额不低于 {0}", "the refund is {0} or more"),
    FULL_REFUND("退还全部实付金额", "the refund is all that was paid"),
    REASON("申请原因为：{0}", "the reason is one of {0}"),
    ENABLED("店铺已开启", "the shop has enabled it"),
    REFUND_UNDER_SHOPS(
            "店铺已开启，且退款金额低于店铺上限", "the shop has enabled it, and the refund is under its limit"),
    REFUND_WITHIN_SHOPS(
            "店铺已开启，且退款金额不超过店铺上限", "the shop has enabled it, and the refund is within its cap"),
    NOT_SHIPPED("未发货", "not shipped"),
    SHIPPED("已发货", "shipped"),
    COLLECTED("全部包裹已揽收", "every parcel was collected"),
    NOT_SIGNED("没有包裹签收，买家未确认收货", "no parcel is signed for, and the receipt not confirmed"),
    ALL_BACK("全部包裹已拒收或已退回", "every parcel was refused or has come back"),
    ONE_PARCEL("只有一个包裹", "exactly one parcel"),
    STAGES("全部包裹的状态为：{0}", "every parcel is one of {0}"),
    SUSPECTED_LOST(
            "全部包裹疑似丢失，可据以处理", "every parcel is suspected lost, by a stall that may be acted on"),
    STALLED(
            "有包裹停滞，类型：{0}，程度：{1}，可据以处理",
            "a parcel has a stall of kind {0}, level {1}, that may be acted on"),
    ORDER_UNDER("订单金额低于 {0}", "the order amount is under {0}"),
    ORDER_FROM("订单金额不低于 {0}", "the order amount is {0} or more"),
    ORDER_UNDER_SHOPS(
            "订单金额低于店铺上限（如有）", "the order amount is under the shop's limit, where it set one"),
    GOODS_NOT_SHOPS("没有店铺排除的商品类目", "no goods of a category that the shop excludes"),
    GOODS_NOT("没有{0}", "no goods are {0}"),
    GOODS_ALL("全部是{0}", "all goods are {0}"),
    CATEGORIES("全部商品的类目为：{0}", "all goods are of the categories {0}"),
    COURIERS("全部包裹由以下快递承运：{0}", "every parcel goes with one of {0}"),
    REGIONS("送往：{0}", "every parcel goes to one of {0}"),
    BUYER_REFUNDS_FROM(
            "买家近期在本店退款不少于 {0} 次", "the buyer had {0} or more refunds of the shop of late"),
    BUYER_REFUNDS_UNDER("买家近期在本店退款少于 {0} 次", "the buyer had under {0} refunds of the shop of late"),
    NOT_CROSS_BORDER("非跨境订单", "the order is not cross-border"),
    SIGNED_WITHIN("签收后 {0}内申请", "asked within {0} of the signature"),
    STOPPABLE("包裹已揽收且未派件", "the parcel was collected and is not yet out for delivery"),
    NORMAL_OPERATION("店铺正常营业", "the shop is in normal operation"),
    AGREEMENT("店铺已签署拦截协议", "the shop has signed an interception agreement"),
    AGREEMENT_HOLDS("拦截协议已生效", "the agreement holds already"),
    COURIER_IN_AGREEMENT("快递在协议范围内", "the agreement covers the courier"),
    WAYBILL(
            "该快递已开通平台电子面单，且运单是平台电子面单",
            "the courier's platform e-waybill is enabled, and the waybill is one"),
    NOT_STOPPED(
            "该快递未曾为本订单拦截成功（限一次的快递）",
            "the courier has not stopped a parcel of the order, where it does so once"),
    NOT_ASKED("未曾请求拦截该包裹", "the courier was not asked to stop the parcel before");

    private final String zh;
    private final String en;

    Asks(String zh, String en) {
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
