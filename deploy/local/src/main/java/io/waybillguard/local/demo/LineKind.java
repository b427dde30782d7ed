package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import org.jspecify.annotations.Nullable;

/** What one line of a parcel's history says, in a courier's words and in Kuaidi100's codes. */
enum LineKind {
    ORDERED("101", "1", "已下单", Where.SENDERS_BRANCH, "运单已生成，待【%s】收取", Stage.REGISTERED),
    COLLECTED("103", "1", "已揽收", Where.SENDERS_BRANCH, "【%s】已揽收快件", Stage.COLLECTED),
    DEPARTED("1002", "0", "干线", Where.SENDERS_HUB, "快件已从【%s】发出", Stage.IN_TRANSIT),
    ARRIVED("0", "0", "在途", Where.RECEIVERS_HUB, "快件已到达【%s】", Stage.IN_TRANSIT),
    /** At a hub where it had been before. */
    BACK_AT_HUB("0", "0", "在途", Where.SENDERS_HUB, "快件已到达【%s】", Stage.IN_TRANSIT),
    AT_DESTINATION(
            "1001", "0", "到达派件城市", Where.RECEIVERS_BRANCH, "快件已到达派件网点【%s】", Stage.AT_DESTINATION),
    OUT_FOR_DELIVERY(
            "5", "5", "派件", Where.RECEIVERS_BRANCH, "【%s】正在派件，请留意来电", Stage.OUT_FOR_DELIVERY),
    STORED("501", "5", "投柜或驿站", Where.STATION, "快件已存放至【%s】，请凭码取件", Stage.STORED),
    DELIVERY_FAILED(
            "204", "2", "派件异常", Where.RECEIVERS_BRANCH, "【%s】派件异常，将再次派送", Stage.DELIVERY_FAILED),
    SIGNED("301", "3", "本人签收", Where.RECEIVERS_BRANCH, "【%s】快件已签收，签收人：本人", Stage.SIGNED),
    REFUSED("203", "2", "拒收", Where.RECEIVERS_BRANCH, "【%s】收件人拒收", Stage.REFUSED),
    RETURNING("6", "6", "退回", Where.RECEIVERS_BRANCH, "【%s】快件退回中", Stage.RETURNING),
    RETURNED("4", "4", "退签", Where.SENDERS_BRANCH, "【%s】退回件已由寄件人签收", Stage.RETURNED),
    /** A problem on the way: the parcel's stage stays as it was. */
    HELD("208", "2", "滞留", Where.SENDERS_HUB, "快件在【%s】滞留，正在安排疏运", null);

    private final String code;
    private final String state;
    private final String status;
    private final Where where;
    private final String words;
    private final @Nullable Stage stage;

    LineKind(
            String code,
            String state,
            String status,
            Where where,
            String words,
            @Nullable Stage stage) {
        this.code = code;
        this.state = state;
        this.status = status;
        this.where = where;
        this.words = words;
        this.stage = stage;
    }

    /** This line, {@code hours} before the demo's now. */
    TripLine ago(double hours) {
        return new TripLine(this, Math.round(hours * 60));
    }

    /** Kuaidi100's advanced code of the line. */
    String code() {
        return code;
    }

    /** Kuaidi100's basic code of a parcel whose latest line this is. */
    String state() {
        return state;
    }

    /** Kuaidi100's name of the code. */
    String status() {
        return status;
    }

    /** Where the parcel stands once this is its latest line; null: where it stood before. */
    @Nullable Stage stage() {
        return stage;
    }

    /** The place of the line on the way between two cities. */
    String place(String from, String to) {
        return switch (where) {
            case SENDERS_BRANCH -> from + "湖滨网点";
            case SENDERS_HUB -> from + "转运中心";
            case RECEIVERS_HUB -> to + "转运中心";
            case RECEIVERS_BRANCH -> to + "城东网点";
            case STATION -> to + "城东驿站";
        };
    }

    /** The line as the courier writes it. */
    String text(String from, String to) {
        return words.formatted(place(from, to));
    }

    private enum Where {
        SENDERS_BRANCH,
        SENDERS_HUB,
        RECEIVERS_HUB,
        RECEIVERS_BRANCH,
        STATION
    }
}
