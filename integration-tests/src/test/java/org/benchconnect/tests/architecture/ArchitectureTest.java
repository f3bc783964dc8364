package org.benchconnect.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.Facts;
import org.jspecify.annotations.NullMarked;

/** The rules that hold everywhere, checked on the compiled classes of every module. */
@AnalyzeClasses(
        packages = "org.benchconnect",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestSupport.class})
class ArchitectureTest {
    /** What other modules hand to tests, in jars of their own. */
    static final class NoTestSupport implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/testing/");
        }
    }

    private static final DescribedPredicate<JavaClass> PROGRAMS = JavaClass.Predicates.resideInAnyPackage(
            "org.benchconnect.cli..",
            "org.benchconnect.demo..",
            "org.benchconnect.launcher..",
            "org.benchconnect.simulator..",
            "org.benchconnect.bench..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.benchconnect.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule bouncyCastleIsUsedInCryptoOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule pahoIsUsedInTheLinkAndTheDesksJournalOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.link..", "org.benchconnect.desk.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.paho..");

    @ArchTest
    static final ArchRule jdbcIsUsedInTheStoreAndTheDesksJournalOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.store..", "org.benchconnect.desk.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule noPartOfTheAgentKnowsTheDesk = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.desk..", "org.benchconnect.cli..", "org.benchconnect.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.benchconnect.desk..");

    @ArchTest
    static final ArchRule anHttpServerRunsInTheConsoleOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule standardStreamsBelongToPrograms =
            noClasses().that(DescribedPredicate.not(PROGRAMS)).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule exceptionsSayWhatWasBroken = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule storedFactsAreReadByTheStoreOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.store..", "org.benchconnect.core..")
            .should()
            .callMethod(Facts.class, "decode", String.class)
            .orShould()
            .callMethod(Memory.class, "decode", String.class)
            .because("whoever could decode facts could put text into them (R-67)");

    @ArchTest
    static final ArchRule adaptersReachNoFileNetworkOrProcess = noClasses()
            .that()
            .resideInAPackage("org.benchconnect.adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.io.File.class)
            .because("an adapter sees one open file, and says facts only (R-67)");

    @ArchTest
    static final ArchRule coreIsWordsOnly = noClasses()
            .that()
            .resideInAPackage("org.benchconnect.core..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.benchconnect.core..", "java..", "javax.net.ssl..", "org.jspecify..", "org.osgi.annotation..");

    @ArchTest
    static final ArchRule namesSayTheirThing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().should().resideInAPackage("..").andShould(new InNullMarkedPackage());

    @ArchTest
    static void theRulesLookedAtEveryModule(JavaClasses all) {
        assertTrue(all.size() > 150, "only " + all.size() + " classes");
        for (String module : new String[] {
            "core",
            "crypto",
            "notify",
            "upgrade",
            "teamviewerbridge",
            "engine.rfb",
            "desk.relay",
            "desk.roster",
            "desk.journal",
            "desk.viewer",
            "store",
            "settings",
            "instrument.fcs",
            "instrument.folder",
            "adapter.navios",
            "adapter.example",
            "ledger",
            "consent",
            "feature.filetransfer",
            "link",
            "link.transport",
            "console",
            "simulator",
            "launcher",
            "cli",
            "demo"
        }) {
            assertTrue(
                    all.stream().anyMatch(type -> type.getPackageName().startsWith("org.benchconnect." + module)),
                    "no class of " + module);
        }
    }

    private static final class InNullMarkedPackage extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {
        InNullMarkedPackage() {
            super("be in a package marked @NullMarked");
        }

        @Override
        public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                    type, marked, type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked"));
        }
    }
}
