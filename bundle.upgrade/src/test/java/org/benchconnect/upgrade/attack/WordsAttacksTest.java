package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.DOCUMENT;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.NOT_OFFERED;
import static org.benchconnect.core.feature.RefusedFor.SIGNER;
import static org.benchconnect.core.feature.RefusedFor.SOURCE;
import static org.benchconnect.core.feature.RefusedFor.TIME_STAMP;
import static org.benchconnect.upgrade.attack.ReleaseServer.head;

import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.crypto.testing.TestTimeStamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of others that reach a person, a log or a terminal: none may look like ours, hide, or be acted upon. */
class WordsAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    @Test
    void anOrganisationWithAnEndOfText() {
        lab.vendor.signedOtherwise(Vendor.AUTHORITY
                .codeSigner()
                .organisation("Example Instruments\0.thieves.example")
                .issue()
                .over(Vendor.DOCUMENT.toJson())
                .stamped(Vendor.stamps()));

        lab.refused(SIGNER, "expected Example Instruments, found Example Instruments?.thieves.example.");
    }

    @Test
    void aTypeThatWouldWriteOnATerminal() {
        lab.vendor.repository.tamper(
                "timestamp.json",
                text -> Vendor.Changed.of(
                        text, "\"_type\":\"timestamp\"", "\"_type\":\"\\u001b[2J\\u009b31m\\u202e\\u2028accepted\""));

        lab.refused(MISMATCH, "timestamp metadata says that it is of type");
    }

    @Test
    void aPlaceThatWritesOnTheTerminal() {
        lab.server.carries(
                Path.of(lab.carried()),
                "/timestamp.json",
                (path, out) -> head(out, "302 Found", "Location: /\u001b]0;evil\u009b2J", "Content-Length: 0"));

        lab.refusedFrom(lab.server.address(), SOURCE, "The server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A function\\nPrivileges: none", "\\u3164", "\\u2800\\u2800", "A\\uffa0", "...", " \\n "})
    void aTitleThatIsNone(String title) {
        lab.vendor.document("\"A function\"", "\"" + title + "\"");

        lab.refusedOneWay(DOCUMENT, "a t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u3164", "\\u115f \\u1160", "\\n\\n", "-"})
    void aStatementThatNobodySees(String statement) {
        lab.vendor.document("Somebody may help you.", statement);

        lab.refusedOneWay(DOCUMENT, "a text has");
    }

    @Test
    void aNameWithLineEndsInTheMessage() {
        lab.pc().feature = Optional.of("x\n2026-01-01 INFO accepted\u001b[2J");

        lab.withoutRecovery().refused(NOT_OFFERED, "does not offer x?2026-01-01 INFO accepted?[2J.");
    }

    @Test
    void aTimeStamperWhoseRefusalIsSaidOnceAndInWords() {
        TestTimeStamps stamps =
                new TestTimeStamps(Vendor.TIME_AUTHORITY.timeStamper().forCode().issue());
        lab.vendor.signedOtherwise(Vendor.SIGNER.over(Vendor.DOCUMENT.toJson()).stamped(stamps));

        lab.refusedOneWay(
                TIME_STAMP,
                "The time stamp is refused because a certificate was issued for another purpose: expected time stamping"
                        + " alone, found code signing.");
    }
}
