package org.benchconnect.tests.powerloss;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.benchconnect.tests.powerloss.UpgradeDeeds.Deed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Power is lost after every operation on the disk, and the disk fails from every operation on, during whole upgrades and every way back: no PC that does not boot, no mixture of two
 * generations, no setting and no grant lost. A sample here; the whole with {@code benchconnect torture power-loss}.
 */
class UpgradeUnderPowerLossTest {
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
    void powerIsLostDuringUpgradesAndWaysBack() throws Exception {
        UpgradeCampaign campaign = new UpgradeCampaign(WHOLE ? 30 : 1, WHOLE ? 10 : 100);

        campaign.lose(UpgradeDeeds.all());

        System.out.println("torture: power lost, upgrades: " + campaign);
        assertTrue(campaign.distinct() >= (WHOLE ? 10_000 : 500), campaign::toString);
    }

    @Test
    void diskThatOnlySaysThatItForcesIsFoundOut() {
        UpgradeCampaign campaign = new UpgradeCampaign(1, Integer.MAX_VALUE);
        Deed staged = UpgradeDeeds.all().get(0);
        Deed switched = new Deed("switched, while the disk lies", pc -> {
            pc.storage.lie();
            return UpgradeDeeds.all().get(1).done().at(pc);
        });

        AssertionError found = assertThrows(AssertionError.class, () -> campaign.lose(List.of(staged, switched)));

        assertTrue(found.getMessage().contains("acknowledged: "), found.getMessage());
    }

    @Test
    void diskFailsDuringUpgradesAndWaysBack() throws Exception {
        UpgradeCampaign campaign = new UpgradeCampaign(1, Integer.MAX_VALUE);

        campaign.fail(UpgradeDeeds.all(), WHOLE ? 4 : 127);

        System.out.println("torture: disk fails, upgrades: " + campaign);
        assertTrue(campaign.distinct() >= (WHOLE ? 1000 : 20), campaign::toString);
    }
}
