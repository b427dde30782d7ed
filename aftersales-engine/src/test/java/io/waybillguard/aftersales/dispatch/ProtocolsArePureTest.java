package io.waybillguard.aftersales.dispatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProtocolsArePureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.waybillguard.aftersales.dispatch");

    private static final DescribedPredicate<JavaClass> PROTOCOLS =
            DescribedPredicate.describe(
                    "protocols",
                    type ->
                            type.getName()
                                    .matches(
                                            ".*\\.(PayoutAttempt|InterceptionAttempt|Step|Refund"
                                                    + "|Standing|Found|Unreadable|NothingKnown"
                                                    + "|\\w+Answer)(\\$.*)?"));

    @Test
    void protocolsKnowNothingOfTheOutside() {
        classes()
                .that(PROTOCOLS)
                .should()
                .onlyDependOnClassesThat(
                        PROTOCOLS.or(
                                JavaClass.Predicates.resideInAnyPackage(
                                        "java..", "io.waybillguard.events..", "org.jspecify..")))
                .check(CLASSES);
    }

    @Test
    void protocolsAreToldTheTime() {
        noClasses().that(PROTOCOLS).should().callMethod(Instant.class, "now").check(CLASSES);
    }
}
