package io.waybillguard.aftersales.rules;

/** Why rows decide as they do. */
public enum Because implements Template {
    /** A shop's own words, in whatever language. */
    SHOPS_OWN("{0}", "{0}"),
    EXCEEDS_PAID("本次与此前的退款超过实付金额", "this refund and the earlier ones exceed what was paid"),
    EXCEEDS_ITEM("要求退还的商品多于订购", "more of an item is asked back than was ordered"),
    SMALL_UNSHIPPED("小额订单的普通商品尚未发货", "unshipped ordinary goods of a small order"),
    AGREES_BEFORE("店铺发货前自动同意", "the shop agrees by itself before it ships"),
    TOO_SMALL("金额很小，不值得争议", "too small to argue about"),
    GOODS_BACK("商品已拒收或已退回", "the goods were refused or are back"),
    GOODS_LOST("商品疑似丢失", "the goods are suspected lost"),
    STOPPABLE("快递可以拦截包裹并送回", "the courier can stop the parcel and bring it back"),
    REFUSABLE("买家仍可拒收包裹", "the buyer can still refuse the parcel"),
    SOON_RETURNED("签收后不久的无理由退货", "a return without a reason, soon after the signature"),
    TAKES_BACK("店铺自动同意已发货商品退货", "the shop takes shipped goods back by itself"),
    COURIER_ASKED("已请求快递拦截，以快递答复为准", "the courier was asked to stop the parcel; its answer counts"),
    RETURN_UNDER_WAY("商品已在退回途中", "the goods are on their way back already"),
    BY_PEOPLE("由人工处理，不再按规则", "people decide the case, not the table"),
    NO_RULE("没有自动规则成立", "no automatic rule holds"),
    OVER_CAP("超过仅凭规则可支付的金额", "more than a rule alone may pay"),
    OVER_SHOP_DAY("店铺当天仅凭规则可支付的金额不足", "the shop's day has no room for what the rule would pay"),
    OVER_BUYER_DAY("买家当天仅凭规则可得的金额不足", "the buyer's day has no room for what the rule would pay"),
    DAY_UNKNOWN(
            "当天仅凭规则可支付的余额未能及时得知",
            "whether the day has room for what the rule would pay was not heard in time"),
    BUYER_UNKNOWN(
            "店铺规则涉及买家近期退款，而该信息未知",
            "the shop's rules ask for the buyer's refunds of late, and they are not known"),
    ORDER_UNKNOWN("订单信息未知", "the order is not known");

    private final String zh;
    private final String en;

    Because(String zh, String en) {
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
