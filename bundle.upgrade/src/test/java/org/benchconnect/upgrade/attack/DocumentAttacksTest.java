package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.DOCUMENT;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A document that is wrong in itself, with every signature that there is: the vendor was fooled, or is careless. */
class DocumentAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;

    @Test
    void theDocumentOfAnotherVersion() {
        lab.malformed("support:3.0.0", "support:4.0.0", "is the document of another feature or version");
    }

    @Test
    void theDocumentOfAnotherFeature() {
        lab.malformed("remote-support:", "remote-control:", "is the document of another feature or version");
    }

    @Test
    void theDocumentOfTheBaseRelease() {
        lab.malformed("remote-support:", "org.benchconnect.base:", "is the document of another feature or version");
    }

    @Test
    void aCounterBeyondAllNumbers() {
        lab.malformed("\"counter\": 3", "\"counter\": 9007199254740992", "a counter is 1 to 9007199254740991");
    }

    @Test
    void aCounterOfMoreThan64Bits() {
        lab.malformed("\"counter\": 3", "\"counter\": 18446744073709551619", "a number of more than 64 bits");
    }

    @Test
    void aCounterOfZero() {
        lab.malformed("\"counter\": 3", "\"counter\": 0", "a counter is 1 to");
    }

    @Test
    void aCounterThatIsText() {
        lab.malformed("\"counter\": 3", "\"counter\": \"3\"", "a whole number is expected");
    }

    @Test
    void aFloorAboveTheCounterThatWouldLockThePc() {
        lab.malformed("\"floor\": 0", "\"floor\": 9007199254740991", "a floor is 0 to the counter");
    }

    @Test
    void aNegativeFloor() {
        lab.malformed("\"floor\": 0", "\"floor\": -1", "a floor is 0 to the counter");
    }

    @Test
    void aRingOfMoreThanAll() {
        lab.malformed("\"ring\": 100", "\"ring\": 101", "a ring is 0 to 100");
    }

    @Test
    void aRingThatIsTooLongForAnInteger() {
        lab.malformed("\"ring\": 100", "\"ring\": 4294967396", "a ring is 0 to 100");
    }

    @Test
    void aPlatformThatIsNoVersion() {
        lab.malformed("\"ring\": 100", "\"ring\": 100, \"platform\": {\"version\": \"; sh\"}", "three numbers");
    }

    @Test
    void aPrivilegeThatNobodyKnows() {
        lab.malformed("\"view-screen\"", "\"view-screen\", \"run-anything\"", "there is no such privilege");
    }

    @Test
    void aPrivilegeTwice() {
        lab.malformed("\"view-screen\"", "\"view-screen\", \"view-screen\"", "it stands here twice");
    }

    @Test
    void modelsWidenedInLowerCase() {
        lab.malformed("\"NAVIOS_EX\"", "\"navios_ex\"", "models are at most 100 names such as NAVIOS_EX");
    }

    @Test
    void modelsWidenedByAPattern() {
        lab.malformed("\"NAVIOS_EX\"", "\"NAVIOS.*\"", "models are at most 100 names such as NAVIOS_EX");
    }

    @Test
    void aStatementThatTurnsTheTextAround() {
        lab.malformed("Somebody may", "Somebody \u202emay", "characters");
    }

    @Test
    void aStatementThatWritesOnTheTerminal() {
        lab.malformed("Somebody may", "Somebody \\u001b[2Jmay", "characters");
    }

    @Test
    void aStatementThatSaysNothing() {
        lab.malformed("Somebody may help you.", " ", "a text has 1 to");
    }

    @Test
    void anotherStartOrderThanThereIs() {
        lab.malformed("\"start-order\": 10", "\"start-order\": -10", "a start order is 0 to 1000");
    }

    @Test
    void aDigestInUpperCase() {
        String digest = Bundles.sha256(Vendor.ENGINE);
        lab.malformed(digest, digest.toUpperCase(Locale.ROOT), "a digest is 64 hexadecimal digits");
    }

    @Test
    void aDigestThatIsAPath() {
        lab.malformed(Bundles.sha256(Vendor.ENGINE), "../../../../etc/passwd", "a digest is 64 hexadecimal digits");
    }

    @Test
    void aModuleTwice() {
        lab.malformed(Bundles.sha256(Vendor.ENGINE), Bundles.sha256(Vendor.BRIDGE), "each module's digest once");
    }

    @Test
    void aSymbolicNameTwice() {
        lab.malformed("\"com.example.engine\"", "\"com.example.bridge\"", "each symbolic name once");
    }

    @Test
    void aSymbolicNameThatLooksTheSame() {
        lab.malformed("\"com.example.engine\"", "\"com.ex\u0430mple.engine\"", "a symbolic name is words");
    }

    @Test
    void aModuleUnderTheNameOfAnother() {
        vendor.document("\"com.example.engine\"", "\"com.example.other\"");

        lab.refusedOneWay(MODULE, "The document names the module com.example.other, but its file is another module");
    }

    @Test
    void aNegativeLength() {
        lab.malformed("\"length\": " + Vendor.ENGINE.length, "\"length\": -1", "a module has 1 to 268435456 bytes");
    }

    @Test
    void noModules() {
        vendor.document(text -> text.replaceFirst("(?s)\"bundles\": \\[.*?\\]", "\"bundles\": []"));

        lab.refusedOneWay(DOCUMENT, "a feature has 1 to 500 modules");
    }

    @Test
    void thousandsOfModules() {
        modulesBesides(3000, 9, i -> String.format(Locale.ROOT, "%064x", i * 7919L));

        lab.refusedOneWay(DOCUMENT, "a list of at most 500 is expected");
    }

    @Test
    void modulesOfMoreThanAGigabyte() {
        modulesBesides(5, 268_435_456, i -> String.valueOf(i).repeat(64));

        lab.refusedOneWay(TOO_LARGE, "The modules have", "are read");
    }

    private void modulesBesides(int count, int length, IntFunction<String> digest) {
        String modules = IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"g:m:1\",\"symbolic-name\":\"m" + i + "\",\"sha256\":\"" + digest.apply(i)
                        + "\",\"length\":" + length + ",\"start-order\":1},")
                .collect(Collectors.joining());
        vendor.document("\"bundles\": [", "\"bundles\": [" + modules);
    }

    @Test
    void aConfigurationKeyUnderTwoTypes() {
        lab.malformed("\"minutes\": 5", "\"minutes\": 5, \"minutes:Integer\": 9", "each key once, whatever its type");
    }

    @Test
    void aConfigurationForAPath() {
        lab.malformed("\"com.example.bridge.settings\"", "\"../../etc\"", "configuration");
    }
}
