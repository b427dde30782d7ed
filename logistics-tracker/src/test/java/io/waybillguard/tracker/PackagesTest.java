package io.waybillguard.tracker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class PackagesTest {

    private static final String ROOT = "io.waybillguard.tracker.";
    private static final String[] PURE = {
        ROOT + "parcel..", ROOT + "stall..", ROOT + "tracking..", ROOT + "feed.."
    };
    private static final String[] PROVIDERS = {
        ROOT + "provider..",
        ROOT + "lines..",
        ROOT + "kuaidi100..",
        ROOT + "kdniao..",
        ROOT + "sf..",
        ROOT + "sto..",
        ROOT + "jt..",
        ROOT + "yunda..",
        ROOT + "aftership..",
        ROOT + "track17..",
        ROOT + "easypost..",
        ROOT + "shippo..",
        ROOT + "karrio..",
    };
    private static final JavaClasses TRACKER =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("io.waybillguard.tracker");

    @Test
    void thePurePackagesKnowOnlyTheJdkTheEventsAndThemselves() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.waybillguard.events..",
                        PURE[0],
                        PURE[1],
                        PURE[2],
                        PURE[3])
                .check(TRACKER);
    }

    @Test
    void thePurePackagesNeverAskForTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(TRACKER);
    }

    @Test
    void onlyTheSilencesKnowTheSketchAndTheyKnowNeitherSpringNorKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "silence..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.datadoghq..")
                .check(TRACKER);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "silence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(TRACKER);
    }

    @Test
    void providersKnowNeitherSpringNorKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(PROVIDERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..")
                .check(TRACKER);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(TRACKER);
    }
}
