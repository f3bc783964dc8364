package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.DOCUMENT;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feature documents, signed as they should be, that are not in the one form there is. */
class DocumentFormAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;

    @Test
    void aKeyTwice() {
        lab.malformed("\"counter\": 3", "\"counter\": 3, \"counter\": 4", "a key stands twice");
    }

    @Test
    void aKeyThatNobodyKnows() {
        lab.malformed("\"complete\": true", "\"complete\": true, \"on-install\": \"sh\"", "a key is unknown");
    }

    @Test
    void aCommentAsOsgiAllowsIt() {
        lab.malformed("\"complete\": true", "// fine\n\"complete\": true", "a key in quotes is expected");
    }

    @Test
    void aByteOrderMark() {
        vendor.document(text -> "\ufeff" + text);

        lab.refusedOneWay(DOCUMENT, "a value is expected");
    }

    @Test
    void anotherFormat() {
        lab.malformed("\"1.0\"", "\"2.0\"", "feature-resource-version");
    }

    @Test
    void notComplete() {
        lab.malformed("\"complete\": true", "\"complete\": false", "only complete features");
    }

    @Test
    void anExtensionThatNobodyKnows() {
        lab.malformed("\"extensions\": {", "\"extensions\": {\"repoinit\": {\"kind\": \"optional\"},", "extensions");
    }

    @Test
    void noTerms() {
        vendor.document(text -> text.substring(0, text.indexOf("\"extensions\"")) + "\"extensions\": {}}");

        lab.refusedOneWay(DOCUMENT, "org.benchconnect.release");
    }

    @Test
    void aDocumentNestedDeep() {
        lab.malformed(
                "\"configurations\": {",
                "\"configurations\": {\"a\":" + "[".repeat(50) + "]".repeat(50) + ",",
                "32 levels");
    }

    @Test
    void aDocumentOfAMegabyte() {
        byte[] long_ = Zips.joined(Vendor.DOCUMENT.toJson(), Bundles.noise(1_000_000));
        vendor.release("targets", Vendor.DOCUMENT_PATH, long_).publish();

        lab.refusedOneWay(TOO_LARGE, "remote-support-3.0.0.json has", "at most 1000000 are read");
    }

    @Test
    void aDocumentThatIsEmpty() {
        vendor.document(text -> "");

        lab.refusedOneWay(DOCUMENT, "the end is missing");
    }
}
