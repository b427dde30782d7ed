package io.waybillguard.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.waybillguard.notifier");

    @Test
    void planningKnowsOnlyTheJdkAndThePublishedLanguage() {
        classes()
                .that()
                .resideInAPackage("..notifier.notice..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.waybillguard.events..",
                        "org.jspecify..",
                        "io.waybillguard.notifier.notice..")
                .check(CLASSES);
    }

    @Test
    void planningNeverAsksForTheTime() {
        noClasses()
                .that()
                .resideInAPackage("..notifier.notice..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void planningAndSendingDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..notifier.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..notifier.send..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..notifier.send..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..notifier.stream..")
                .check(CLASSES);
    }
}
