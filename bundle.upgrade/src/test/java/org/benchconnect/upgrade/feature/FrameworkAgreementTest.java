package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A header means to our rules what it means to the framework, or it is refused: nothing slips through between two parsers. */
class FrameworkAgreementTest {
    /** What our rules see of a header, in the form of {@link FrameworkReading}; empty if they refuse it. */
    static Optional<Set<String>> ours(String header, String value) {
        try {
            Set<String> names = new HashSet<>();
            for (ManifestHeader.Clause clause : ManifestHeader.clauses(value)) {
                names.addAll(clause.paths());
                String services = clause.parameters().get("objectClass");
                if (header.equals("Provide-Capability") && services != null) {
                    for (String service : services.replace("\\", "").split(",")) {
                        names.add(" " + service.strip());
                    }
                }
            }
            return Optional.of(names);
        } catch (MalformedModuleException refused) {
            return Optional.empty();
        }
    }

    /** Fails if the framework reads anything in a header that our rules accept without seeing it. */
    static void assertAgreement(String header, String value) {
        Optional<Set<String>> ours = ours(header, value);
        Optional<Set<String>> frameworks = FrameworkReading.names(header, value);

        if (ours.isPresent() && frameworks.isPresent()) {
            Set<String> unseen = new HashSet<>(frameworks.get());
            unseen.removeAll(ours.get());
            unseen.removeIf(String::isBlank);
            assertEquals(Set.of(), unseen, () -> header + ": " + value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "Export-Package | x.y\"a,org.benchconnect.core.link,b\"",
                "Export-Package | x\"a,org.benchconnect.core,b\";version=1",
                "Import-Package | x\"a;resolution:=optional,org.benchconnect.core;resolution:=optional,b\";resolution:=optional",
                "Require-Bundle | x\"a;resolution:=optional,org.benchconnect.core;resolution:=optional,b\"",
                "Provide-Capability | x\"a,org.benchconnect.foo,b\"",
                "DynamicImport-Package | x\"a,org.benchconnect.*,b\"",
                "Export-Package | a;version=1\"2,org.benchconnect.core,b\"",
                "Export-Package | a;version=\"1\"\"2,org.benchconnect.core;x=\"",
                "Export-Package | a;version=\"1\"x\"2,org.benchconnect.core;y=\"",
                "Export-Package | a;v\"b=1,org.benchconnect.core;c\"=2",
                "Export-Package | a;v:\"b=1,org.benchconnect.core;c\"=2",
                "Provide-Capability | osgi.service;objectClass:List<String>=\"a,org\\.benchconnect.core.link.Link\"",
                "Fragment-Host | \"org.benchconnect.core\"",
            })
    void quotesAndBackslashesThatHideANameFromOneOfTwoParsersAreRefused(String header, String value) {
        assertThrows(MalformedModuleException.class, () -> ManifestHeader.clauses(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "Export-Package | p;q;version=\"1.0\";uses:=\"r,s\",t",
                "Export-Package | p ; version = \"1.0\" , q;x:List<String>=\"a,b\"",
                "Import-Package | a;b;version=\"[1,2)\";resolution:=optional",
                "DynamicImport-Package | a.*,b",
                "Require-Bundle | a;bundle-version=\"[1,2)\",b",
                "Fragment-Host | a.b;bundle-version=\"[1,2)\"",
                "Provide-Capability | osgi.service;objectClass:List<String>=\"a.B,c.D\";x=y",
                "Provide-Capability | osgi.service;objectClass=\"a.B\",other;v:Version=1",
                "Require-Capability | osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"",
                "Require-Capability | a;filter:=\"(x=\\\"1\\\")\";y=\"\\\\\"",
            })
    void whatIsAcceptedMeansTheSame(String header, String value) {
        assertTrue(ours(header, value).isPresent());
        assertEquals(FrameworkReading.names(header, value), ours(header, value));
    }

    @Test
    void aControlCharacterBeforeAQuoteHidesNoName() {
        assertThrows(
                MalformedModuleException.class, () -> ManifestHeader.clauses("a;x=\0\"1,org.benchconnect.core\",b"));
    }

    @Test
    void anAttributeNamedAsTheFrameworksOwnRenamesNothing() {
        assertAgreement("Export-Package", "a;osgi.wiring.package=org.benchconnect.core");
        assertAgreement("Import-Package", "a;osgi.wiring.package=org.benchconnect.core");
        assertAgreement("Require-Bundle", "a;osgi.wiring.bundle=org.benchconnect.core");
        assertAgreement("Fragment-Host", "a;osgi.wiring.host=org.benchconnect.core");
    }
}
