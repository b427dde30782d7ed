package io.waybillguard.orders.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderPurityTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.waybillguard.orders");

    @Test
    void thePureDecisionsKnowOnlyTheJdkAndThePublishedLanguage() {
        classes()
                .that()
                .resideInAPackage("io.waybillguard.orders.order")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.waybillguard.events..",
                        "io.waybillguard.orders.order",
                        "org.jspecify.annotations")
                .check(CLASSES);
    }

    @Test
    void thePureDecisionsNeverAskTheClock() {
        noClasses()
                .that()
                .resideInAPackage("io.waybillguard.orders.order")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }
}
