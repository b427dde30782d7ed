package io.waybillguard.events.topics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everyNameIsUsedOnce() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void everyTopicThatSaysSomethingHasItsDeadLetters() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .contains(
                        "orders.v1.dlt",
                        "courier.webhooks.v1.dlt",
                        "tracker.claims.dlt",
                        "notifier.news.dlt",
                        "notifier.recalls.dlt");
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotContain("orders.v1.dlt.dlt", "engine.pulses.dlt");
    }

    @Test
    void policiesAndFilingsAreKeptForEver() {
        assertThat(Topics.sources())
                .filteredOn(Topic::isCompacted)
                .containsExactlyInAnyOrder(Topics.SHOP_POLICIES, Topics.FORCE_MAJEURE);
    }

    @Test
    void anEventTellsItsKey() {
        OrderPaid paid = new OrderPaid(new OrderId("o-1"), Money.yuan(1), Instant.EPOCH);

        assertThat(Topics.ORDERS.keyFor(paid)).isEqualTo("o-1");
        assertThatIllegalStateException()
                .isThrownBy(() -> Topics.COURIER_WEBHOOKS.keyFor(new byte[0]));
    }

    @Test
    void thePublishedLanguageKnowsNoServiceAndNoSpring() {
        var classes = new ClassFileImporter().importPackages("io.waybillguard.events");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "io.waybillguard.tracker..",
                        "io.waybillguard.aftersales..",
                        "io.waybillguard.notifier..",
                        "io.waybillguard.orders..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.waybillguard.events.topics..", "io.waybillguard.events.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "tools.jackson..")
                .check(classes);
    }
}
