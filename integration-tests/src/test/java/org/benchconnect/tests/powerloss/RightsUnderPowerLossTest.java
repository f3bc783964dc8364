package org.benchconnect.tests.powerloss;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.benchconnect.launcher.storage.testing.Loss;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Power is lost after every operation on the disk, and the disk fails from every operation on, while people give and take back consents and change accounts: no right
 * without a consent, no withdrawal forgotten that was acknowledged as durable, every wrong PIN counted, no entry of the ledger lost. A sample here; the whole with
 * {@code benchconnect torture power-loss}.
 */
class RightsUnderPowerLossTest {
    private static final boolean WHOLE = Boolean.getBoolean("benchconnect.whole");
    private static final Logger LOG = Logger.getLogger("org.benchconnect"); // kept, so that its level is

    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF); // every refusal is as it should be
    }

    @AfterAll
    static void loud() {
        LOG.setLevel(null);
    }

    @Test
    void powerIsLostWhileConsentsAreGivenAndTakenBack() throws Exception {
        Campaign campaign = new Campaign(Loss.OF_POWER, WHOLE ? 8 : 3, WHOLE ? 1 : 200);

        campaign.lose(FeatureSteps.steps());

        report("power lost, consents", campaign);
    }

    @Test
    void powerIsLostWhileAccountsChange() throws Exception {
        Campaign campaign = new Campaign(Loss.OF_POWER, WHOLE ? 8 : 3, WHOLE ? 1 : 80);

        campaign.lose(new People().steps());

        report("power lost, accounts", campaign);
    }

    @Test
    void diskThatOnlySaysThatItForcesIsFoundOut() {
        Campaign campaign = new Campaign(Loss.OF_POWER, 1, Integer.MAX_VALUE);
        List<Step> steps = List.of(
                new Step("first administrator", FeatureSteps::first),
                new Step("consent given", pc -> FeatureSteps.give(pc, true)),
                new Step("the disk begins to lie", pc -> pc.storage.lie()),
                new Step("withdrawn", FeatureSteps::withdraw));

        AssertionError found = assertThrows(AssertionError.class, () -> campaign.lose(steps));

        assertTrue(found.getMessage().contains("acknowledged: withdrawn"), found.getMessage());
    }

    @Test
    void diskFailsWhileConsentsAreGivenAndTakenBack() throws Exception {
        Campaign campaign = new Campaign(Loss.OF_POWER, 3, Integer.MAX_VALUE);

        campaign.fail(FeatureSteps.steps(), WHOLE ? 1 : 101);

        report("disk fails, consents", campaign);
    }

    @Test
    void diskFailsWhileAccountsChange() throws Exception {
        Campaign campaign = new Campaign(Loss.OF_POWER, 3, Integer.MAX_VALUE);

        campaign.fail(new People().steps(), WHOLE ? 1 : 80);

        report("disk fails, accounts", campaign);
    }

    private static void report(String what, Campaign campaign) {
        assertTrue(campaign.counts().states() > 100, "looked at more than nothing");
        System.out.println("torture: " + what + ": " + campaign.counts());
    }
}
