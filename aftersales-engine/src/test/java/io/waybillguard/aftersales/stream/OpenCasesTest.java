package io.waybillguard.aftersales.stream;

import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.aftersales.refund.RefundFile;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class OpenCasesTest {

    private static final Instant NOW = NOON.plus(Duration.ofHours(3));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OpenCases open = new OpenCases(meters, Clock.fixed(NOW, ZoneOffset.UTC));
    private final OpenCases.OfTask task = open.begin(new TaskId(0, 0));

    @Test
    void theOldestCaseOfEachStateTellsItsAge() {
        Dossier two = dossier(paying(NOON), paying(NOON.plus(Duration.ofHours(2))));
        task.changed(dossier(), two);
        assertThat(age()).isEqualTo(10_800);

        task.changed(two, dossier(two.cases().getLast()));
        assertThat(age()).isEqualTo(3_600);
    }

    @Test
    void twoOfOneInstantAreTwo() {
        Dossier two = dossier(paying(NOON), paying(NOON));
        task.changed(dossier(), two);
        task.changed(two, dossier(two.cases().getFirst()));

        assertThat(age()).isEqualTo(10_800);
    }

    @Test
    void withoutACaseThereIsNoAge() {
        task.changed(dossier(), dossier(paying(NOON)));
        open.end(new TaskId(0, 0));

        assertThat(age()).isZero();
    }

    private double age() {
        return meters.get("refund.case.age").tag("state", "PAYING").gauge().value();
    }

    private static Dossier dossier(RefundCase... cases) {
        return new Dossier(OrderFacts.unknown(ORDER), List.of(cases), 1);
    }

    private static RefundCase paying(Instant askedAt) {
        RefundRequest request =
                new RefundRequest(
                        new RefundId("r-1"),
                        RefundKind.REFUND_ONLY,
                        Money.yuan(1),
                        RefundReason.OTHER,
                        List.of(),
                        askedAt);
        return new RefundCase.Paying(new RefundFile(request, null, "", null, false, false, false));
    }
}
