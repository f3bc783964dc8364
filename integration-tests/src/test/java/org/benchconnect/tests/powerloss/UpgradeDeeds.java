package org.benchconnect.tests.powerloss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Step;

/** What happens to generations, one after the other: whole upgrades, and every way back. */
final class UpgradeDeeds {
    private UpgradeDeeds() {}

    /**
     * Something that happens at a PC.
     *
     * @param name what
     * @param done how; may be refused
     * @param between what it does meanwhile, if that is neither what was before nor what is after
     */
    record Deed(String name, Doing done, Optional<Doing> between) {
        Deed(String name, Doing done) {
            this(name, done, Optional.empty());
        }
    }

    /** Returns the PC that goes on: a new one if the agent started again. */
    @FunctionalInterface
    interface Doing {
        UpgradePc at(UpgradePc pc) throws Exception;
    }

    static List<Deed> all() {
        return List.of(
                new Deed("staged", pc -> stage(pc, Releases.BASE_2)),
                new Deed("switched", UpgradeDeeds::switchToNewest),
                new Deed("committed", UpgradeDeeds::commit),
                new Deed("second staged", pc -> stage(pc, Releases.BASE_3)),
                new Deed("second switched", UpgradeDeeds::switchToNewest),
                new Deed("trial went back", UpgradeDeeds::goBack),
                new Deed("feature installed", pc -> install(pc, Releases.EXTRA_1)),
                new Deed("two features staged", pc -> stage(pc, Releases.BASE_4, Releases.EXTRA_2)),
                new Deed("two features switched", UpgradeDeeds::switchToNewest),
                new Deed("first start on trial", UpgradeDeeds::restart),
                new Deed("second start on trial", UpgradeDeeds::restart),
                new Deed("third start goes back", UpgradeDeeds::restart),
                new Deed("two features staged again", pc -> stage(pc, Releases.BASE_4, Releases.EXTRA_2)),
                new Deed("refused by the launcher", UpgradeDeeds::refused, Optional.of(UpgradeDeeds::switchToNewest)),
                new Deed("staged once more", pc -> stage(pc, Releases.BASE_4, Releases.EXTRA_2)),
                new Deed("switched once more", UpgradeDeeds::switchToNewest),
                new Deed("feature removed while on trial", UpgradeDeeds::remove),
                new Deed("both committed", UpgradeDeeds::commit),
                new Deed("person goes back", UpgradeDeeds::rollback),
                new Deed("that goes back itself", UpgradeDeeds::goBack),
                new Deed("person goes back again", UpgradeDeeds::rollback),
                new Deed("that is committed", UpgradeDeeds::commit));
    }

    private static UpgradePc stage(UpgradePc pc, SignedDocument... documents) throws FeatureRefusedException {
        pc.steps.stage(Arrays.stream(documents).map(SignedDocument::digest).toList());
        return pc;
    }

    private static UpgradePc switchToNewest(UpgradePc pc) throws Exception {
        int newest = pc.storage.names(UpgradePc.HOME.resolve("generations")).stream()
                .filter(name -> name.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .filter(pc.steps::isWhole)
                .max()
                .orElseThrow();
        pc.steps.switchTo(newest);
        pc.consents.look();
        return pc;
    }

    private static UpgradePc commit(UpgradePc pc) throws Exception {
        pc.journal.write(new Step.Healthy(pc.steps.current()));
        pc.steps.commit();
        return pc;
    }

    private static UpgradePc goBack(UpgradePc pc) throws Exception {
        GenerationSteps.Trial trial = pc.steps.trial().orElseThrow();
        pc.journal.write(new Step.WentBack(trial.generation(), trial.before(), "HEALTH_CHECK"));
        pc.steps.goBack();
        pc.consents.look();
        return pc;
    }

    private static UpgradePc rollback(UpgradePc pc) throws Exception {
        pc.steps.switchTo(pc.steps.before().orElseThrow());
        pc.consents.look();
        return pc;
    }

    private static UpgradePc install(UpgradePc pc, SignedDocument document) throws FeatureRefusedException {
        pc.generations.install(document.digest());
        return pc;
    }

    private static UpgradePc remove(UpgradePc pc) throws FeatureRefusedException {
        pc.generations.remove("com.example.extra");
        return pc;
    }

    private static UpgradePc restart(UpgradePc pc) throws Exception {
        pc.consents.close();
        return new UpgradePc(pc.storage);
    }

    private static UpgradePc refused(UpgradePc pc) throws Exception {
        pc.launcher.refuses = true;
        try {
            switchToNewest(pc);
        } catch (FeatureRefusedException e) {
            pc.consents.look();
            return pc;
        }
        throw new AssertionError("a module that does not start was taken");
    }
}
