package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradeCommandBench.COMMITTED;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.HINDERED;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.NOTHING;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.OFFERED;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.PLAN;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.PROVES;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.SWITCHES;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.UPGRADE;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.WENT_BACK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ApplyUpgradeTest {
    private final UpgradeCommandBench bench = new UpgradeCommandBench();

    @Test
    void byAPersonWaitsUntilItIsCommittedAndSaysEachChange() throws Exception {
        bench.agent.answers(UPGRADE, 200, OFFERED, HINDERED, HINDERED, SWITCHES, PROVES, PROVES, COMMITTED);

        assertEquals(0, bench.run("1\n739184\nyes\n", "apply", "--as-soon-as-idle"));

        assertTrue(
                bench.wasAsked("POST /api/v1/upgrade/apply?lang=en {\"plan\":\"" + PLAN), bench.agent.asked.toString());
        assertTrue(
                bench.agent.asked.stream().anyMatch(one -> one.contains("\"when\":\"AS_SOON_AS_IDLE\"")),
                bench.agent.asked.toString());
        assertTrue(
                bench.said()
                        .endsWith(
                                "It is WAITS.\n  - Nobody knows.\nIt is SWITCHES.\nIt is PROVES.\nIt is NOTHING_NEW.\n"
                                        + "So it is COMMITTED.\n"),
                bench.said());
        assertTrue(bench.said().contains("Then remote support asks again."), bench.said());
        assertFalse(bench.wasAsked("POST /api/v1/upgrade/idle"));
    }

    @Test
    void thatWentBackEndsWithOne() throws Exception {
        bench.agent.answers(UPGRADE, 200, OFFERED, PROVES, WENT_BACK);

        assertEquals(1, bench.run("1\n739184\nyes\n", "apply"));

        assertTrue(bench.complained().endsWith("benchconnect: So it is WENT_BACK.\n"), bench.complained());
    }

    @Test
    void withoutAYesAllowsNothing() throws Exception {
        assertEquals(1, bench.run("1\n739184\nno\n", "apply"));

        assertFalse(bench.wasAsked("POST /api/v1/upgrade/apply"));
    }

    @Test
    void whereNothingIsNewIsDone() throws Exception {
        bench.agent.answers(UPGRADE, 200, NOTHING);
        bench.agent.answers(UPGRADE + "/check", 200, NOTHING);

        assertEquals(0, bench.run("", "apply"));

        assertTrue(bench.said().endsWith("It is NOTHING_NEW.\n"), bench.said());
    }

    @Test
    void thatSomebodyTookBackEndsWithOne() throws Exception {
        bench.agent.answers(UPGRADE, 200, OFFERED, HINDERED, NOTHING);

        assertEquals(1, bench.run("1\n739184\nyes\n", "apply"));

        assertTrue(bench.complained().contains("It was not carried out"), bench.complained());
    }
}
