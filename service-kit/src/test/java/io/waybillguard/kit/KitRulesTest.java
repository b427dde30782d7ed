package io.waybillguard.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class KitRulesTest {

    private static final JavaClasses KIT =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("io.waybillguard.kit");

    @Test
    void theKitKnowsTopicsAndTheirCodecAndNothingOfTheDomain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.waybillguard.events.interception..",
                        "io.waybillguard.events.notice..",
                        "io.waybillguard.events.order..",
                        "io.waybillguard.events.parcel..",
                        "io.waybillguard.events.payout..",
                        "io.waybillguard.events.policy..",
                        "io.waybillguard.events.refund..",
                        "io.waybillguard.events.types..")
                .because("what four services share must not know what any of them decides")
                .check(KIT);
    }

    @Test
    void theKitKnowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.waybillguard.tracker..",
                        "io.waybillguard.aftersales..",
                        "io.waybillguard.notifier..",
                        "io.waybillguard.orders..",
                        "io.waybillguard.local..")
                .check(KIT);
    }
}
