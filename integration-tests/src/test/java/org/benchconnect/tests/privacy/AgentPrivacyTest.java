package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a whole agent writes, says and sends: logs, database, API, command line, messages, and no patient in any of it. Two laboratories that differ in their
 * patient alone, each with every reader; the second one shows that nothing depends on what may not be seen.
 */
class AgentPrivacyTest {
    @TempDir
    static Path folder;

    private static Set<String> secrets = Set.of();
    private static WholePc one = new WholePc(new Traces(), Set.of(), Set.of());
    private static WholePc other = one;

    @BeforeAll
    static void twoLaboratories() throws Exception {
        Planted patient = new Planted(0);
        Laboratory first = new Laboratory(folder.resolve("one"), patient);
        secrets = Inputs.write(first, patient);
        one = WholePc.after(folder.resolve("one"), first, patient, () -> first.writeLogs(patient));

        Planted another = new Planted(3);
        Laboratory second = new Laboratory(folder.resolve("other"), another);
        Inputs.write(second, another);
        other = WholePc.after(folder.resolve("other"), second, another, () -> second.writeLogs(another));
    }

    @Test
    void nothingThatAnAgentWritesSaysOrSendsHoldsAValueOfAPatient() {
        assertTrue(secrets.size() >= 100, () -> "only " + secrets.size());
        one.traces().holdNone(Canaries.of(secrets));
    }

    @Test
    void everyReaderHadSomethingToTell() {
        assertTrue(
                one.sources()
                        .containsAll(
                                Set.of("navios", "dxflex", "aquios", "cellmek", "instrument-manager", "aquios-lis")),
                one.sources()::toString);
    }

    /** The positive control: a word that the settings let out is found in each outlet that shows notices. */
    @Test
    void whatDoesLeaveIsFoundInEachOutlet() {
        Set<String> found = one.outletsWith(Laboratory.CONTROL);

        for (String outlet : List.of(
                "messages",
                "API notices active",
                "API what left",
                "API /alerts en",
                "API /notices/since-last-shift it",
                "benchconnect notices --json",
                "file data/agent.db")) {
            assertTrue(found.contains(outlet), () -> outlet + " is not among " + found);
        }
    }

    @Test
    void theDiagnosticsBundleWasLookedAt() {
        assertTrue(
                one.traces().outlets().stream().anyMatch(outlet -> outlet.startsWith("bundle ")),
                one.traces().outlets()::toString);
    }

    @Test
    void anotherPatientMakesNoOtherNoticesAndMessages() {
        assertEquals(lines(one.notices()), lines(other.notices()));
        assertEquals(lines(one.messages()), lines(other.messages()));
        assertTrue(one.messages().size() >= 20, one.messages()::toString);
    }

    private static String lines(Set<String> texts) {
        return String.join("\n", new TreeSet<>(texts));
    }
}
