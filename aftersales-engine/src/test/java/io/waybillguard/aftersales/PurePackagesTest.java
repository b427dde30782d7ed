package io.waybillguard.aftersales;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurePackagesTest {

    private static final String[] PURE = {
        "io.waybillguard.aftersales.allowance",
        "io.waybillguard.aftersales.order",
        "io.waybillguard.aftersales.rules",
        "io.waybillguard.aftersales.refund",
        "io.waybillguard.aftersales.backtest"
    };

    private static final Set<String> TELLS_THE_TIME =
            Set.of("now", "currentTimeMillis", "nanoTime");

    static {
        // names are enough: nothing of the JDK is read
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private final JavaClasses engine =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(PURE);

    @Test
    void decisionsKnowOnlyTheJdkAndThePublishedLanguage() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.waybillguard.events..",
                        "io.waybillguard.aftersales.allowance",
                        "io.waybillguard.aftersales.order",
                        "io.waybillguard.aftersales.rules",
                        "io.waybillguard.aftersales.refund",
                        "io.waybillguard.aftersales.backtest")
                .check(engine);
    }

    @Test
    void decisionsAreToldTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "it asks for the time",
                                (JavaCall<?> call) ->
                                        TELLS_THE_TIME.contains(call.getName())
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .startsWith("java.")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(engine);
    }

    @Test
    void theOrderKnowsNoRulesAndTheRulesKnowNoCases() {
        noClasses()
                .that()
                .resideInAPackage("io.waybillguard.aftersales.order")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.waybillguard.aftersales.rules", "io.waybillguard.aftersales.refund")
                .check(engine);
        noClasses()
                .that()
                .resideInAPackage("io.waybillguard.aftersales.rules")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.waybillguard.aftersales.refund")
                .check(engine);
    }
}
