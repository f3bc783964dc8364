package org.benchconnect.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.benchconnect.core.account.AccountId;

/**
 * What comes from the network, or from time going by, cannot reach what raises rights: there is no such message. Enforced on the compiled classes: nothing in link,
 * notification client or store knows consents, questions, accounts, leases or the gate; and only consent and launcher touch the gate's {@code Modules}.
 */
@AnalyzeClasses(
        packages = "org.benchconnect",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestSupport.class})
class OnlyAPersonRaisesRightsTest {
    @ArchTest
    static final ArchRule nothingFromTheNetworkReachesWhatRaisesRights = noClasses()
            .that()
            .resideInAnyPackage("org.benchconnect.link..", "org.benchconnect.notify..", "org.benchconnect.store..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.benchconnect.core.consent..",
                            "org.benchconnect.core.account..",
                            "org.benchconnect.core.session..",
                            "org.benchconnect.consent..",
                            "org.benchconnect.launcher.module..")
                    // who did something, for the ledger: a name without rights
                    .and(not(type(AccountId.class))))
            .because("the network can lower rights, never raise them (R-61)");

    @ArchTest
    static final ArchRule onlyTheConsentBundleHasFeaturesStarted = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.consent..", "org.benchconnect.launcher..")
            .should()
            .callMethod(org.benchconnect.launcher.module.Modules.class, "start", String.class, long.class)
            .because("a right needs a consent in the ledger");

    @ArchTest
    static final ArchRule onlyAPersonsHandsGive = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.consent..", "org.benchconnect.console..")
            .should()
            .callMethod(
                    org.benchconnect.core.consent.Consents.class,
                    "give",
                    String.class,
                    org.benchconnect.core.consent.Answer.class)
            .because("an answer comes by the local page and API alone");

    @ArchTest
    static final ArchRule onlyAPersonsHandsAnswerAboutUpgrades = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.benchconnect.consent..", "org.benchconnect.console..", "org.benchconnect.core.upgrade..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(org.benchconnect.core.upgrade.UpgradeConsents.class)
            .because(
                    "an upgrade, all fixes and an idle instrument are said by a person at the local page and API alone");

    @ArchTest
    static final ArchRule onlyTheConsentBundleApprovesUpgradesAndSaysThatSomebodyLooked = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.consent..", "org.benchconnect.upgrade..")
            .should()
            .callMethodWhere(describe(
                    "approve or statedIdle of Upgrades",
                    call -> call.getTargetOwner().isEquivalentTo(org.benchconnect.core.upgrade.Upgrades.class)
                            && Set.of("approve", "statedIdle").contains(call.getName())))
            .because("an upgrade needs a person's word in the ledger");

    @ArchTest
    static final ArchRule nothingThatOnlyTellsOrKeepsKnowsOfApprovals = noClasses()
            .that()
            .resideInAnyPackage("org.benchconnect.link..", "org.benchconnect.notify..", "org.benchconnect.store..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(org.benchconnect.core.upgrade.Approval.class)
            .because("the network can hint that something is new, never allow it (R-61)");

    @ArchTest
    static void theRulesLookedAtBothSides(JavaClasses all) {
        for (String side : new String[] {
            "link.",
            "notify.",
            "store.",
            "consent.grant.",
            "consent.upgrade.",
            "core.consent.",
            "core.upgrade.UpgradeConsents"
        }) {
            assertTrue(
                    all.stream().anyMatch(one -> one.getName().startsWith("org.benchconnect." + side)),
                    "no class of " + side);
        }
    }
}
