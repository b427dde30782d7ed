package io.waybillguard.aftersales.rules;

/** What facts are called, and how their values are told. */
public enum FactWords implements Template {
    REQUEST("买家申请", "request"),
    REQUEST_IS("{0} {1} 元，原因：{2}", "{0} of {1}, {2}"),
    ORDER("订单", "order"),
    NEVER_HEARD_OF("没有收到过订单信息", "never heard of"),
    ORDER_AMOUNT("订单金额", "order amount"),
    PAID("实付", "paid"),
    NO_PAYMENT("没有收到付款信息", "no payment known"),
    EARLIER("此前的退款", "earlier refunds"),
    BUYER_REFUNDS("买家自 {0} 起在本店的退款", "buyer's refunds since {0}"),
    AMOUNT("{0} 元", "{0}"),
    PARCELS_SHIPPED("已发包裹", "parcels shipped"),
    COUNT("{0} 个", "{0}"),
    PARCEL("包裹 {0}", "parcel {0}"),
    STAGE("{0}", "{0}"),
    STALL("停滞 {0}", "stall {0}"),
    STALL_IS("{0}，{2}，原因：{1}，规则行：{3}{4}{5}", "{0} by {1}, {2}, row {3}{4}{5}"),
    FEED_SUSPECT("，该快递的物流数据整体中断", ", feed suspect"),
    EXEMPT("，已报备（{0}）", ", exempt by {0}"),
    NOTHING("", ""),
    SHOP_POLICY("店铺策略", "shop policy"),
    VERSION("第 {0} 版", "version {0}");

    private final String zh;
    private final String en;

    FactWords(String zh, String en) {
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
