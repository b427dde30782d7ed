package io.waybillguard.aftersales.rules;

/** Sentences of which an explanation is told. */
public enum Sentence implements Template {
    ASKED("{0}，买家申请{1} {2}，原因：{3}。", "On {0} the buyer asked for {2} ({1}); the reason: {3}."),
    ORDER("订单金额 {0}，下单于 {1}。", "The order of {0} was placed on {1}."),
    ORDER_UNKNOWN("订单信息未知。", "Nothing is known of the order."),
    PAID("买家于 {1} 支付 {0}。", "The buyer paid {0} on {1}."),
    NOT_PAID("没有收到付款信息。", "No payment is known."),
    EARLIER("此前的退款共 {0}。", "Earlier refunds come to {0}."),
    BUYER_REFUNDS(
            "截至 {2}，买家自 {1} 起在本店获得退款 {0} 次。",
            "As of {2} the shop had paid the buyer {0} refunds since {1}."),
    NOT_SHIPPED("订单尚未发货。", "The order has not shipped."),
    PARCEL("包裹 {0}：{1}，最近一次移动在 {2}。", "Parcel {0} is {1}; it last moved on {2}."),
    PARCEL_UNSCANNED("包裹 {0}：{1}，尚无物流记录。", "Parcel {0} is {1}; nothing was scanned yet."),
    STALL(
            "包裹 {0} {1}（{2}），原因：{3}，自 {4} 起没有移动。",
            "Parcel {0} stands still since {4}: {1}, {2}, found by {3}."),
    FEED_SUSPECT(
            "该快递的物流数据整体中断，这次停滞不作为退款依据。",
            "The courier's whole feed is silent, so no money moves on this stall."),
    EXEMPT("该停滞已报备（{0}）。", "The stall is exempt by filing {0}."),
    MORE_PARCELS("另有 {0} 个包裹。", "There are {0} more parcels."),
    RECEIVED("买家于 {0} 确认收货。", "The buyer confirmed the receipt on {0}."),
    POLICY("店铺策略为第 {0} 版。", "The shop's policy is version {0}."),
    DECIDED("决定：{0}。成立的规则是“{1}”：{2}。", "The decision is {0}, by row {1}: {2}."),
    WAITS_FOR_ORDER(
            "等待订单信息，最迟到 {0}，之后转人工处理。",
            "The order is waited for until {0}; then a person takes it."),
    SILENCE_AGREES(
            "请店铺处理，{0} 提醒；到 {1} 仍未处理则自动同意。",
            "The shop must act; it is reminded on {0}, and if nothing is done by {1}, that"
                    + " agrees."),
    PERSON_ACTS(
            "请店铺处理，{0} 提醒；不会自动同意。",
            "The shop must act; it is reminded on {0}, and silence does not agree."),
    INTERCEPTS(
            "已请求快递拦截；到 {0} 仍无结果则改用其他办法。",
            "The courier is asked to stop the parcel; without a result by {0} another way is"
                    + " taken."),
    WAITS_FOR_REJECTION(
            "请买家拒收包裹；{0} 提醒店铺，到 {1} 店铺仍未处理则自动退款。",
            "The buyer is to refuse the parcel; the shop is reminded on {0}, and if it does nothing"
                    + " by {1}, the refund is paid."),
    OFFERED(
            "店铺提出了其他方案，请买家在 {0} 前答复。",
            "The shop offers something else; the buyer can answer until {0}."),
    WAITS_FOR_RETURN(
            "请买家寄回商品，并在 {0} 前填写退货运单号，逾期关闭。",
            "The goods are to be sent back; without a return waybill by {0} the case is closed."),
    RETURNS(
            "退货包裹 {0} 在途；到 {1} 仍未签收则由人工查看。",
            "The return parcel {0} is on its way; if it is not signed for by {1}, a person looks."),
    RETURN_SIGNED(
            "退货已签收，请店铺确认；到 {0} 仍未处理则自动退款。",
            "The return is signed for; if the shop does nothing by {0}, the refund is paid."),
    PROVES(
            "读完快递在 {0} 之前报告的全部消息后，如果规则仍成立即退款。",
            "The refund is paid as soon as all that couriers told until {0} is read, if the row"
                    + " still holds."),
    WAITS_FOR_HISTORY(
            "正在查询买家近期在本店的退款次数，最迟到 {0}，之后转人工处理。",
            "What the shop paid the buyer of late is asked until {0}; then a person takes it."),
    CHECKS_DAYS(
            "正在核对平台当天自动退款的上限，最迟到 {0}，之后转人工处理。",
            "Whether the platform's caps of the day allow it is asked until {0}; then a person"
                    + " takes it."),
    PAYS("退款已交支付方处理。", "The refund is with the payment side."),
    PARKED("支付结果需要人工核实。", "A person must look into the payment."),
    ENDED("售后已结束。", "The case is closed."),
    SUGGESTED("建议处理方式：{0}。", "Suggested: {0}."),
    AGREE("同意退款", "agree"),
    INTERCEPT_OR_AGREE("拦截，拦截不成则同意退款", "intercept, else agree"),
    INTERCEPT_OR_REJECT("拦截，拦截不成则同意拒收后退款", "intercept, else reject-then-refund"),
    CALL("联系快递和买家，再同意拒收后退款", "call courier and buyer, then reject-then-refund"),
    RETURN_FIRST("改为退货退款，或确认退回后退款", "return-and-refund, or refund once the return is confirmed"),
    WAIT("等待送达，或同意拒收后退款", "wait, or reject-then-refund");

    private final String zh;
    private final String en;

    Sentence(String zh, String en) {
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
