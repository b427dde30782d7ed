package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.refund.RowOutcome;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoryTest {

    private static final RefundTable TABLE = new RefundTable(Limits.DEFAULT, Agreements.DEFAULT);
    private static final RefundRequest REQUEST =
            new RefundRequest(
                    new RefundId("r-1"),
                    RefundKind.REFUND_ONLY,
                    Money.yuan(100),
                    RefundReason.NO_MOVEMENT,
                    List.of(),
                    NOON);

    @Test
    void aDecisionIsToldFromTheRequestToTheNextDeadlineInBothLanguages() {
        AnOrder order =
                anOrder()
                        .shippedAndNow(Stage.IN_TRANSIT)
                        .stalled(StallKind.IN_TRANSIT, StallLevel.STALLED);
        RefundCase next =
                new RefundCase.AwaitingRejection(
                        RefundFile.of(REQUEST),
                        NOON.plus(Duration.ofDays(3)),
                        NOON.plus(Duration.ofDays(5)),
                        false);
        Explanation explanation = explain(order, aPolicy().rejectThenRefund(), next);

        assertThat(explanation.told().get("zh"))
                .isEqualTo(
                        """
                        2026-03-10 20:00:00，买家申请仅退款 100.00 元，原因：物流不更新。
                        订单金额 100.00 元，下单于 2026-03-03 20:00:00。
                        买家于 2026-03-03 20:00:00 支付 100.00 元。
                        包裹 ZTO/ZTO1：运输中，最近一次移动在 2026-03-10 20:00:00。
                        包裹 ZTO/ZTO1 运转异常（停滞），原因：长时间没有物流记录，自 2026-03-10 20:00:00 起没有移动。
                        店铺策略为第 3 版。
                        决定：同意拒收后退款。成立的规则是“reject-then-refund”：买家仍可拒收包裹。
                        请买家拒收包裹；2026-03-13 20:00:00 提醒店铺，到 2026-03-15 20:00:00 店铺仍未处理则自动退款。\
                        """);
        assertThat(explanation.told().get("en"))
                .startsWith("On 2026-03-10 20:00:00 the buyer asked for 100.00 yuan (REFUND_ONLY);")
                .endsWith(
                        "The buyer is to refuse the parcel; the shop is reminded on 2026-03-13"
                                + " 20:00:00, and if it does nothing by 2026-03-15 20:00:00, the"
                                + " refund is paid.");
    }

    @Test
    void whoTakesACaseIsToldWhatToUse() {
        RefundCase next = new RefundCase.Manual(file(), NOON, NOON, false, false, false);

        assertThat(explain(anOrder(), aPolicy(), next).told())
                .hasEntrySatisfying("zh", told -> assertThat(told).contains("建议处理方式：同意退款。"))
                .hasEntrySatisfying("en", told -> assertThat(told).contains("Suggested: agree."));
    }

    @Test
    void whatWasKnownIsToldInBothLanguages() {
        AnOrder order =
                anOrder()
                        .shippedAndNow(Stage.IN_TRANSIT)
                        .stalled(StallKind.IN_TRANSIT, StallLevel.STALLED);

        Explanation explanation = explain(order, aPolicy(), new RefundCase.Paying(file()));

        assertThat(explanation.facts())
                .extracting(fact -> fact.nameZh() + "：" + fact.valueZh())
                .containsExactly(
                        "买家申请：仅退款 100.00 元，原因：物流不更新",
                        "订单金额：100.00 元",
                        "实付：100.00 元",
                        "已发包裹：1 个",
                        "此前的退款：0.00 元",
                        "包裹 ZTO/ZTO1：运输中",
                        "停滞 ZTO/ZTO1：运转异常，停滞，原因：长时间没有物流记录，规则行：default",
                        "店铺策略：第 3 版");
        assertThat(explanation.facts())
                .extracting(fact -> fact.name() + ": " + fact.value())
                .containsExactly(
                        "request: REFUND_ONLY of 100.00, NO_MOVEMENT",
                        "order amount: 100.00",
                        "paid: 100.00",
                        "parcels shipped: 1",
                        "earlier refunds: 0.00",
                        "parcel ZTO/ZTO1: IN_TRANSIT",
                        "stall ZTO/ZTO1: IN_TRANSIT by SILENCE, STALLED, row default",
                        "shop policy: version 3");
        assertThat(explanation.suggestedTool()).isEqualTo("intercept, else reject-then-refund");
        assertThat(explanation.suggestedToolZh()).isEqualTo("拦截，拦截不成则同意拒收后退款");
    }

    @Test
    void aPaymentThatIsNotKnownIsToldInBothLanguages() {
        Explanation explanation =
                explain(anOrder().unpaid(), aPolicy(), new RefundCase.Paying(file()));

        assertThat(explanation.facts())
                .extracting(fact -> fact.nameZh() + "：" + fact.valueZh())
                .contains("实付：没有收到付款信息");
    }

    @Test
    void everyRowSaysInBothLanguagesWhatDidNotHold() {
        Explanation explanation = explain(anOrder(), aPolicy(), new RefundCase.Paying(file()));

        assertThat(explanation.rows())
                .hasSizeGreaterThan(5)
                .filteredOn(row -> !row.held())
                .allSatisfy(row -> {
                    assertThat(row.reason()).matches("[A-Z_]+");
                    assertThat(row.failed()).isNotBlank();
                    assertThat(row.failedZh()).containsPattern("\\p{IsHan}");
                    assertThat(row.becauseZh()).containsPattern("\\p{IsHan}");
                });
        assertThat(explanation.rows().getLast())
                .isEqualTo(
                        new RowOutcome(
                                "otherwise",
                                true,
                                null,
                                "no automatic rule holds",
                                null,
                                null,
                                "没有自动规则成立"));
    }

    static Stream<RefundCase> states() {
        ParcelId parcel = ParcelId.of("SF", "SF1");
        return Stream.of(
                new RefundCase.WaitingForOrder(file(), NOON),
                new RefundCase.Manual(file(), NOON, NOON, true, false, false),
                new RefundCase.Manual(file(), NOON, NOON, false, false, false),
                new RefundCase.Intercepting(file(), false, NOON, NOON, NOON, null),
                new RefundCase.AwaitingReturn(file(), NOON, NOON),
                new RefundCase.ReturnOnTheWay(file(), parcel, NOON, NOON),
                new RefundCase.ReturnSigned(file(), parcel, NOON),
                new RefundCase.ProvingParcels(file(), NOON));
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatHappensNextSaysWhen(RefundCase next) {
        assertThat(explain(anOrder(), aPolicy(), next).told().values())
                .allSatisfy(told ->
                        assertThat(told.lines().toList().getLast())
                                .contains("2026-03-10 20:00:00"));
    }

    @Test
    void anExplanationOfAHundredRulesIsNoLargerThanAQuarterOfTheLargestEvent() {
        APolicy policy = aPolicy();
        for (int i = 0; i < 100; i++) {
            policy.rule(
                    APolicy.rule(
                            "rule-" + i,
                            io.waybillguard.events.refund.Decision.AUTO_REFUND,
                            null,
                            Set.of(Stage.values()),
                            Set.of(StallKind.values())));
        }

        byte[] written = EventJson.write(explain(anOrder(), policy, new RefundCase.Paying(file())));
        assertThat(written.length).isLessThan(EventJson.MAX_BYTES / 4);
    }

    private static RefundFile file() {
        return RefundFile.of(REQUEST);
    }

    private static Explanation explain(AnOrder order, APolicy policy, RefundCase next) {
        RefundQuestion question =
                new RefundQuestion(
                        REQUEST, order.facts(), Money.ZERO, Set.of(), Set.of(), policy.build());
        return Explanations.of(question, TABLE.decide(question), next);
    }
}
