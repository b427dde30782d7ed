package io.waybillguard.aftersales.stream;

import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.aftersales.refund.Allowance;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.aftersales.refund.RefundFile;
import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DossierCodecTest {

    private static final ParcelId PARCEL = ParcelId.of("ZTO", "ZTO1");

    private final DossierCodec codec = new DossierCodec();

    @Test
    void whatIsWrittenIsRead() {
        assertThat(codec.read(codec.write(everyState()))).isEqualTo(everyState());
    }

    @Test
    void thatACourierCannotBeReachedIsKept() {
        Dossier waiting =
                new Dossier(
                        everyState().facts(),
                        List.of(
                                new RefundCase.Intercepting(
                                        file(3), false, NOON, NOON, NOON, NOON)),
                        1);

        assertThat(codec.read(codec.write(waiting))).isEqualTo(waiting);
    }

    @Test
    void everyStateHasItsName() {
        assertThat(everyState().cases())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(RefundCase.class.getPermittedSubclasses());
    }

    @Test
    void whatEarlierVersionsWroteIsStillRead() throws IOException {
        assertThat(codec.read(committed("dossier-v1.json"))).isEqualTo(firstVersion());
        assertThat(codec.read(committed("dossier-v2.json"))).isEqualTo(secondVersion());
        assertThat(codec.read(committed("dossier-v3.json"))).isEqualTo(thirdVersion());
        assertThat(codec.read(committed("dossier-v4.json"))).isEqualTo(everyState());
    }

    @Test
    void whatWasWrittenBeforeOffersIsStillRead() throws IOException {
        Dossier old = codec.read(committed("dossier-v2.json"));

        assertThat(old.cases())
                .allSatisfy(known -> {
                    assertThat(known.file().agreed()).isNull();
                    assertThat(known.file().offers()).isEmpty();
                    assertThat(known.file().changed()).isFalse();
                    assertThat(known.file().request().lines()).isEmpty();
                });
    }

    /** Run with {@code -Dstore.write=true} to write the file of a new version. */
    @Test
    void whatIsWrittenIsAsCommitted() throws IOException {
        if (Boolean.getBoolean("store.write")) {
            Files.write(
                    Path.of("src/test/resources/engine/dossier-v4.json"),
                    codec.write(everyState()));
        }
        assertThat(new String(codec.write(everyState()), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        new String(committed("dossier-v4.json"), StandardCharsets.UTF_8));
    }

    private byte[] committed(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/engine/" + name)) {
            assertThat(file).isNotNull();
            return file.readAllBytes();
        }
    }

    /** Before a day's automatic money was capped. */
    private static Dossier thirdVersion() {
        Dossier today = everyState();
        return new Dossier(
                today.facts(),
                today.cases().stream()
                        .filter(known ->
                                !(known instanceof RefundCase.CheckingAllowance)
                                        && !(known instanceof RefundCase.WaitingForHistory))
                        .toList(),
                today.revision());
    }

    /** Before there were offers, items and changes, and before it was kept where an order goes. */
    private static Dossier secondVersion() {
        Dossier today = thirdVersion();
        return new Dossier(
                withoutItemsAndAims(today.facts()),
                today.cases().stream()
                        .filter(known -> !(known instanceof RefundCase.Offered))
                        .toList(),
                today.revision());
    }

    private static OrderFacts withoutItemsAndAims(OrderFacts facts) {
        Purchase purchase = Objects.requireNonNull(facts.purchase());
        Purchase known =
                new Purchase(
                        purchase.amount(),
                        purchase.goods().stream()
                                .map(goods ->
                                        new Purchase.Goods(
                                                goods.category(),
                                                goods.traits(),
                                                "",
                                                0,
                                                Money.ZERO))
                                .toList(),
                        purchase.crossBorder(),
                        purchase.at(),
                        null);
        return new OrderFacts(
                facts.id(),
                facts.party(),
                known,
                facts.payment(),
                facts.receivedAt(),
                facts.closed(),
                facts.parcels().stream().map(DossierCodecTest::withoutAim).toList());
    }

    /** Without what was not there yet; what was not kept takes its default. */
    private static Dossier firstVersion() {
        Dossier today = secondVersion();
        return new Dossier(
                today.facts(),
                today.cases().stream()
                        .filter(known -> !(known instanceof RefundCase.ProvingParcels))
                        .map(DossierCodecTest::unkept)
                        .toList(),
                today.revision());
    }

    private static ParcelFacts withoutAim(ParcelFacts parcel) {
        ParcelFacts.Shipment shipment = parcel.shipment();
        return new ParcelFacts(
                parcel.id(),
                parcel.role(),
                new ParcelFacts.Shipment(shipment.at(), shipment.platformWaybill(), null),
                parcel.withdrawnAt(),
                parcel.snapshot(),
                parcel.snapshotRevision(),
                parcel.stall(),
                parcel.stallRevision());
    }

    private static RefundCase unkept(RefundCase known) {
        return switch (known) {
            case RefundCase.ReturnOnTheWay(var file, var parcel, _, _) ->
                    new RefundCase.ReturnOnTheWay(
                            file, parcel, NOON, NOON.plus(Duration.ofDays(22)));
            case RefundCase.Intercepting(var file, var accepted, var askAt, var answerBy, _, _) ->
                    new RefundCase.Intercepting(file, accepted, askAt, answerBy, null, null);
            default -> known;
        };
    }

    @Test
    void whatALaterVersionWroteIsRefused() {
        String later =
                new String(codec.write(everyState()), StandardCharsets.UTF_8)
                        .replace("\"v\":4", "\"v\":5");

        assertThatThrownBy(() -> codec.read(later.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("later version");
    }

    static Dossier everyState() {
        return new Dossier(
                anOrder()
                        .goods(GoodsTrait.SEVEN_DAY_RETURN)
                        .shippedAndNow(Stage.IN_TRANSIT)
                        .stalled(StallKind.IN_TRANSIT, StallLevel.SUSPECTED_LOST)
                        .facts(),
                List.of(
                        new RefundCase.WaitingForOrder(file(1), NOON),
                        new RefundCase.Manual(file(2), NOON, NOON, true, false, false),
                        new RefundCase.Intercepting(file(3), true, NOON, NOON, NOON, null),
                        new RefundCase.AwaitingRejection(file(4), NOON, NOON, true),
                        new RefundCase.AwaitingReturn(file(5), NOON, NOON),
                        new RefundCase.ReturnOnTheWay(file(6), PARCEL, NOON, NOON),
                        new RefundCase.ReturnSigned(file(7), PARCEL, NOON),
                        new RefundCase.Paying(file(8)),
                        new RefundCase.PayoutParked(file(9)),
                        new RefundCase.Closed(file(10), CaseOutcome.REFUNDED, Money.yuan(9)),
                        new RefundCase.ProvingParcels(file(11), NOON),
                        offered(),
                        checking(),
                        new RefundCase.WaitingForHistory(file(14), NOON, true)),
                42);
    }

    private static RefundCase offered() {
        RefundRequest asked =
                new RefundRequest(
                        new RefundId("r-12"),
                        RefundKind.REFUND_ONLY,
                        Money.yuan(9),
                        RefundReason.NO_MOVEMENT,
                        List.of(),
                        List.of(new RefundLine("sku", 1, Money.yuan(9))),
                        NOON);
        RefundFile file =
                new RefundFile(
                        asked,
                        Decision.MANUAL,
                        "otherwise",
                        null,
                        false,
                        false,
                        false,
                        true,
                        Money.yuan(4),
                        List.of(new OfferId("of-0"), new OfferId("of-1")),
                        null,
                        null);
        return new RefundCase.Offered(
                new RefundCase.Manual(file, NOON, NOON, true, false, false),
                new Offer(new OfferId("of-1"), OfferKind.PARTIAL_REFUND, Money.yuan(3), NOON),
                NOON,
                NOON,
                true);
    }

    private static RefundCase checking() {
        RefundFile refused =
                new RefundFile(
                        file(13).request(),
                        Decision.AUTO_REFUND,
                        "fast-refund",
                        null,
                        false,
                        false,
                        false,
                        false,
                        null,
                        List.of(),
                        new Allowance(
                                2,
                                List.of(DayCap.SHOP, DayCap.BUYER),
                                NOON,
                                true,
                                HeldBack.byShopDay(Money.yuan(3), Money.yuan(4))),
                        new BuyerHistory(2, NOON.minus(Duration.ofDays(30)), NOON));
        return new RefundCase.CheckingAllowance(refused, List.of(DayCap.BUYER), NOON, true);
    }

    private static RefundFile file(int number) {
        RefundRequest request =
                new RefundRequest(
                        new RefundId("r-" + number),
                        RefundKind.REFUND_ONLY,
                        Money.yuan(9),
                        RefundReason.NO_MOVEMENT,
                        List.of("https://evidence.example/1"),
                        NOON);
        return new RefundFile(request, Decision.INTERCEPT, "intercept", PARCEL, true, false, false);
    }
}
