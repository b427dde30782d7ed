package io.waybillguard.aftersales.backtest;

import io.waybillguard.aftersales.backtest.Course.Interception;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds compared cases up; for one thread. */
public final class Tally {

    private final Map<String, Long> changes = new TreeMap<>();
    private final Sum then = new Sum();
    private final Sum would = new Sum();
    private long cases;
    private long differing;
    private long decidedOtherwise;
    private long withoutPolicy;

    /** One more. */
    public void add(ComparedCase one) {
        cases++;
        withoutPolicy += one.policyKnown() ? 0 : 1;
        then.add(one.then(), one.amount().fen());
        would.add(one.would(), one.amount().fen());
        if (one.differs()) {
            differing++;
        }
        if (one.decidesOtherwise()) {
            decidedOtherwise++;
            changes.merge(
                    name(one.then().last()) + " -> " + name(one.would().last()), 1L, Long::sum);
        }
    }

    /** How many until now. */
    public long cases() {
        return cases;
    }

    private static String name(Course.@Nullable Answer answer) {
        return answer == null ? "NONE" : answer.decision().name();
    }

    /** As it stands. */
    public Totals totals() {
        return new Totals(
                cases,
                differing,
                decidedOtherwise,
                new TreeMap<>(changes),
                then.side(),
                would.side(),
                would.paid - then.paid,
                withoutPolicy);
    }

    private static final class Sum {
        private long paid;
        private long people;
        private long interceptions;
        private long saved;
        private long savedMoney;
        private long wouldBeAsked;
        private long openMoney;

        void add(Course course, long amount) {
            paid += course.paid().fen();
            people += course.person() ? 1 : 0;
            interceptions += course.interception() == Interception.NONE ? 0 : 1;
            if (course.interception() == Interception.STOPPED) {
                saved++;
                savedMoney += amount;
            }
            if (course.interception() == Interception.WOULD_BE_ASKED) {
                wouldBeAsked++;
                openMoney += amount;
            }
        }

        Totals.Side side() {
            return new Totals.Side(
                    paid, people, interceptions, saved, savedMoney, wouldBeAsked, openMoney);
        }
    }
}
