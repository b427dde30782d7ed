package io.waybillguard.aftersales.books;

import static io.waybillguard.aftersales.books.BreakDetail.CLOSED_AMOUNT;
import static io.waybillguard.aftersales.books.BreakDetail.COMMANDED_NOT_DECIDED;
import static io.waybillguard.aftersales.books.BreakDetail.COMMANDED_NOT_LISTED;
import static io.waybillguard.aftersales.books.BreakDetail.DECIDED_NOT_COMMANDED;
import static io.waybillguard.aftersales.books.BreakDetail.LISTED_AMOUNT;
import static io.waybillguard.aftersales.books.BreakDetail.LISTED_BUT_DECLINED;
import static io.waybillguard.aftersales.books.BreakDetail.LISTED_FOR_ANOTHER_ORDER;
import static io.waybillguard.aftersales.books.BreakDetail.LISTED_MORE_THAN_ONCE;
import static io.waybillguard.aftersales.books.BreakDetail.LISTED_NOT_COMMANDED;
import static io.waybillguard.aftersales.books.BreakDetail.NO_RESULT;
import static io.waybillguard.aftersales.books.BreakDetail.TOLD_AMOUNT;
import static io.waybillguard.aftersales.books.BreakDetail.TOLD_AS_PAID_NOT_LISTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BooksTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-19T00:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final Duration STUCK = Duration.ofHours(1);
    private static final Terms TERMS = new Terms(NOW, MIDNIGHT, GRACE, STUCK);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(6));
    private static final Money AMOUNT = Money.fen(1990);

    private final List<Consumer<Books>> entries = new ArrayList<>();

    private BooksTest with(Consumer<Books> entry) {
        entries.add(entry);
        return this;
    }

    private BooksTest decided(String refund, Instant at) {
        CaseMoved moved =
                new CaseMoved(
                        order(refund),
                        new ShopId("s-1"),
                        new BuyerId("b-1"),
                        new RefundId(refund),
                        CaseState.MANUAL,
                        CaseState.PAYING,
                        MoveReason.MERCHANT_AGREED,
                        Actor.PAYMENT,
                        null,
                        1,
                        at);
        return with(books -> books.add(moved, at));
    }

    private BooksTest closed(String refund, long fen, Instant at) {
        CaseClosed closed =
                new CaseClosed(
                        order(refund),
                        new ShopId("s-1"),
                        new BuyerId("b-1"),
                        new RefundId(refund),
                        CaseOutcome.REFUNDED,
                        MoveReason.PAID,
                        Money.fen(fen),
                        2,
                        at);
        return with(books -> books.add(closed, at));
    }

    private BooksTest commanded(String refund, Instant at) {
        PayoutRequested command =
                new PayoutRequested(
                        new RefundId(refund),
                        order(refund),
                        new ShopId("s-1"),
                        new BuyerId("b-1"),
                        AMOUNT,
                        Money.fen(5990),
                        at);
        return with(books -> books.add(command, at));
    }

    private BooksTest told(PayoutResult result) {
        return with(books -> books.add(result, result.at()));
    }

    private BooksTest toldAsPaid(String refund, long fen, Instant at) {
        return told(
                new PayoutPaid(new RefundId(refund), order(refund), Money.fen(fen), "pay-1", at));
    }

    private BooksTest listed(String refund, String orderId, long fen, String payment, Instant at) {
        Payment line = new Payment(refund, orderId, Money.fen(fen), payment, at);
        return with(books -> books.add(line));
    }

    private BooksTest listed(String refund, long fen, Instant at) {
        return listed(refund, order(refund).value(), fen, "pay-" + refund, at);
    }

    private BooksTest askedAt(String refund, Instant at) {
        return decided(refund, at).commanded(refund, at);
    }

    private static OrderId order(String refund) {
        return new OrderId("o-" + refund);
    }

    private List<Break> breaks() {
        Books books = new Books();
        entries.forEach(entry -> entry.accept(books));
        return books.breaks(TERMS);
    }

    private List<BreakDetail> details() {
        return breaks().stream().map(Break::detail).toList();
    }

    @Test
    void whatWasDecidedCommandedPaidToldAndClosedAlikeIsEven() {
        askedAt("r-1", LONG_AGO)
                .listed("r-1", 1990, LONG_AGO)
                .toldAsPaid("r-1", 1990, LONG_AGO.plusSeconds(1))
                .closed("r-1", 1990, LONG_AGO.plusSeconds(2));

        assertThat(breaks()).isEmpty();
    }

    @Test
    void aCommandIsMissingInTheListOnceTheGraceHasPassed() {
        askedAt("r-young", NOW.minus(GRACE).plusMillis(1)).askedAt("r-old", NOW.minus(GRACE));

        assertThat(breaks())
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.kind()).isEqualTo(BreakKind.MISSING);
                    assertThat(missing.detail()).isEqualTo(COMMANDED_NOT_LISTED);
                    assertThat(missing.reference()).isEqualTo("r-old");
                    assertThat(missing.expected()).isEqualTo(AMOUNT);
                    assertThat(missing.found()).isNull();
                });
    }

    @Test
    void aPaymentThatWasToldOfAndIsNotListedIsMissing() {
        askedAt("r-1", LONG_AGO).toldAsPaid("r-1", 1990, LONG_AGO.plusSeconds(1));

        assertThat(details()).containsExactly(TOLD_AS_PAID_NOT_LISTED);
    }

    @Test
    void whatMayHaveBeenPaidBeforeTheListBeginsIsNotMissed() {
        Instant before = MIDNIGHT.minusSeconds(1);
        commanded("r-1", before).toldAsPaid("r-1", 1990, MIDNIGHT.plus(GRACE));
        toldAsPaid("r-2", 1990, LONG_AGO);
        commanded("r-3", before).toldAsPaid("r-3", 1990, before.plusMillis(1));

        assertThat(breaks()).isEmpty();
    }

    @Test
    void aCaseThatWentToBePaidWithoutACommandIsMissing() {
        decided("r-1", LONG_AGO).decided("r-2", NOW);

        assertThat(details()).containsExactly(DECIDED_NOT_COMMANDED);
    }

    @Test
    void aCommandThatNobodyDecidedIsExtra() {
        commanded("r-1", LONG_AGO)
                .listed("r-1", 1990, LONG_AGO)
                .toldAsPaid("r-1", 1990, LONG_AGO.plusSeconds(1));

        assertThat(details()).containsExactly(COMMANDED_NOT_DECIDED);
    }

    @Test
    void whatNobodyCommandedIsExtra() {
        listed("r-1", 1990, LONG_AGO);

        assertThat(breaks())
                .singleElement()
                .extracting(Break::kind, Break::detail, Break::found)
                .containsExactly(BreakKind.EXTRA, LISTED_NOT_COMMANDED, AMOUNT);
    }

    @Test
    void aPaymentForAnotherOrderIsExtraAndTheOneThatWasWantedIsMissing() {
        askedAt("r-1", LONG_AGO)
                .toldAsPaid("r-1", 1990, LONG_AGO.plusSeconds(1))
                .listed("r-1", "o-other", 1990, "pay-1", LONG_AGO);

        assertThat(details())
                .containsExactlyInAnyOrder(LISTED_FOR_ANOTHER_ORDER, TOLD_AS_PAID_NOT_LISTED);
    }

    @Test
    void whatWasDeclinedAndIsListedIsExtraButNotOnceItWasAskedForAgain() {
        PayoutDeclined declined =
                new PayoutDeclined(
                        new RefundId("r-1"),
                        order("r-1"),
                        AMOUNT,
                        "NO_ACCOUNT",
                        LONG_AGO.plusSeconds(1));
        askedAt("r-1", LONG_AGO).told(declined).listed("r-1", 1990, LONG_AGO.plusSeconds(3));
        assertThat(details()).containsExactly(LISTED_BUT_DECLINED);

        askedAt("r-1", LONG_AGO.plusSeconds(2)).toldAsPaid("r-1", 1990, LONG_AGO.plusSeconds(4));
        assertThat(details()).isEmpty();
    }

    @Test
    void whatIsDeclinedOrParkedIsNotMissing() {
        askedAt("r-1", LONG_AGO)
                .told(
                        new PayoutDeclined(
                                new RefundId("r-1"), order("r-1"), AMOUNT, "NO", LONG_AGO));
        askedAt("r-2", LONG_AGO)
                .told(new PayoutParked(new RefundId("r-2"), order("r-2"), AMOUNT, "WHY", LONG_AGO));

        assertThat(breaks()).isEmpty();
    }

    @Test
    void otherAmountsAreToldByWhereTheyWereFound() {
        askedAt("r-1", LONG_AGO)
                .listed("r-1", 1991, LONG_AGO)
                .toldAsPaid("r-1", 1992, LONG_AGO.plusSeconds(1))
                .closed("r-1", 1993, LONG_AGO.plusSeconds(2));

        assertThat(breaks()).extracting(Break::kind).containsOnly(BreakKind.AMOUNT);
        assertThat(details()).containsExactly(LISTED_AMOUNT, TOLD_AMOUNT, CLOSED_AMOUNT);
        assertThat(breaks())
                .extracting(each -> each.found() == null ? 0 : each.found().fen())
                .containsExactly(1991L, 1992L, 1993L);
    }

    @Test
    void twoPaymentsUnderOneRefundAreADuplicateAndTheSameLineTwiceIsNot() {
        askedAt("r-1", LONG_AGO)
                .toldAsPaid("r-1", 1990, LONG_AGO.plusSeconds(1))
                .listed("r-1", 1990, LONG_AGO)
                .listed("r-1", 1990, LONG_AGO);
        assertThat(breaks()).isEmpty();

        listed("r-1", "o-r-1", 1990, "pay-again", LONG_AGO.plusSeconds(5));
        assertThat(breaks())
                .singleElement()
                .satisfies(twice -> {
                    assertThat(twice.kind()).isEqualTo(BreakKind.DUPLICATE);
                    assertThat(twice.detail()).isEqualTo(LISTED_MORE_THAN_ONCE);
                    assertThat(twice.found()).isEqualTo(Money.fen(3980));
                });
    }

    @Test
    void aCommandWithoutAResultIsStuckOnceItsTimeHasPassed() {
        askedAt("r-1", NOW.minus(STUCK)).listed("r-1", 1990, NOW.minus(STUCK));
        askedAt("r-2", NOW.minus(STUCK).plusMillis(1)).listed("r-2", 1990, NOW.minus(STUCK));

        assertThat(breaks())
                .singleElement()
                .extracting(Break::kind, Break::detail, Break::reference)
                .containsExactly(BreakKind.STUCK, NO_RESULT, "r-1");
    }

    @Test
    void aCommandFromBeforeTheListIsStuckAllTheSame() {
        commanded("r-1", MIDNIGHT.minus(Duration.ofDays(3)));

        assertThat(details()).containsExactly(NO_RESULT);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Fifty refunds, some of them spoiled, read in any order: just what was spoiled is found. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasSpoiledIsFoundAndNothingElseInWhateverOrderTheBooksAreRead(int seed) {
        Random random = new Random(seed);
        TreeMap<String, BreakDetail> spoiled = new TreeMap<>();
        BreakDetail[] details = BreakDetail.values();
        for (int i = 0; i < 50; i++) {
            String refund = "r-%02d".formatted(i);
            Instant at = LONG_AGO.plusSeconds(random.nextInt(3600));
            int spoil = random.nextInt(details.length * 2);
            BreakDetail detail = spoil < details.length ? details[spoil] : null;
            if (detail != null) {
                spoiled.put(refund, detail);
            }
            refund(refund, at, detail);
        }
        Collections.shuffle(entries, random);

        TreeMap<String, BreakDetail> found = new TreeMap<>();
        for (Break each : breaks()) {
            assertThat(found.put(each.reference(), each.detail())).isNull();
        }
        assertThat(found).isEqualTo(spoiled);
    }

    private void refund(String refund, Instant at, @Nullable BreakDetail w) {
        List<BreakDetail> unpaid =
                Arrays.asList(DECIDED_NOT_COMMANDED, COMMANDED_NOT_LISTED, TOLD_AS_PAID_NOT_LISTED);
        if (w != COMMANDED_NOT_DECIDED && w != LISTED_NOT_COMMANDED) {
            decided(refund, at);
        }
        if (w == COMMANDED_NOT_LISTED) {
            // not stuck yet
            commanded(refund, NOW.minus(GRACE));
            return;
        }
        if (w != DECIDED_NOT_COMMANDED && w != LISTED_NOT_COMMANDED) {
            commanded(refund, at);
        }
        if (w == LISTED_BUT_DECLINED) {
            told(
                    new PayoutDeclined(
                            new RefundId(refund), order(refund), AMOUNT, "NO", at.plusSeconds(2)));
        } else if (w != DECIDED_NOT_COMMANDED && w != LISTED_NOT_COMMANDED && w != NO_RESULT) {
            toldAsPaid(refund, w == TOLD_AMOUNT ? 1 : 1990, at.plusSeconds(2));
            closed(refund, w == CLOSED_AMOUNT ? 1 : 1990, at.plusSeconds(3));
        }
        if (unpaid.contains(w)) {
            return;
        }
        listed(refund, w == LISTED_AMOUNT ? 1 : 1990, at.plusSeconds(1));
        if (w == LISTED_MORE_THAN_ONCE) {
            listed(refund, order(refund).value(), 1990, "pay-again", at.plusSeconds(9));
        }
        if (w == LISTED_FOR_ANOTHER_ORDER) {
            listed(refund, "o-other", 1990, "pay-other", at.plusSeconds(9));
        }
    }

    @Test
    void theComparisonIsPure() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.waybillguard.events..",
                        "io.waybillguard.aftersales.books")
                .andShould()
                .onlyCallMethodsThat(
                        DescribedPredicate.describe(
                                "do not tell the time", method -> !method.getName().equals("now")))
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("io.waybillguard.aftersales.books"));
    }
}
