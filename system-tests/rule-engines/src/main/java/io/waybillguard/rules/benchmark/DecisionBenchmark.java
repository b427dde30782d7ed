package io.waybillguard.rules.benchmark;

import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.rules.benchmark.Questions.Question;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A decision of the twelve questions, one after the other: by the product's table, by Drools and by
 * KIE DMN. All of them are asked once before, and the program stops where one answers another row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {

    private static final int QUESTIONS = 12;

    private final List<Question> questions = Questions.all();
    private final RefundTable table = new RefundTable(Limits.DEFAULT, Agreements.DEFAULT);
    private final DroolsTable drools = new DroolsTable();
    private final DmnTable dmn = new DmnTable();

    /** Checks that they agree. */
    @Setup
    public void agree() {
        if (questions.size() != QUESTIONS) {
            throw new IllegalStateException("not twelve");
        }
        for (Question asked : questions) {
            check(asked, "the table", table.decide(asked.question()).row());
            check(asked, "Drools", drools.rowOf(asked.facts()));
            check(asked, "DMN", dmn.rowOf(asked.facts()));
        }
    }

    private static void check(Question asked, String who, String row) {
        if (!asked.row().equals(row)) {
            throw new IllegalStateException(
                    "%s answers %s, not %s".formatted(who, row, asked.row()));
        }
    }

    /** Ends Drools' session. */
    @TearDown
    public void close() {
        drools.close();
    }

    /** The product's table, with every row's outcome. */
    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void table(Blackhole answers) {
        for (Question asked : questions) {
            answers.consume(table.decide(asked.question()));
        }
    }

    /** Drools' executable model; one session, the fact goes in and out. */
    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void drools(Blackhole answers) {
        for (Question asked : questions) {
            answers.consume(drools.rowOf(asked.facts()));
        }
    }

    /** KIE DMN, a decision table whose first row counts. */
    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void dmn(Blackhole answers) {
        for (Question asked : questions) {
            answers.consume(dmn.rowOf(asked.facts()));
        }
    }
}
