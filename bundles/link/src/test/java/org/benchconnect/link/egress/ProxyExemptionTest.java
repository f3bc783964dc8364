package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProxyExemptionTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void letterNamesProxySchemesAndHosts(Language language) {
        String letter = ProxyExemption.letter(
                language,
                HostPort.of("proxy.hospital.example:3128").orElseThrow(),
                Set.of(ProxyAnswer.Scheme.NEGOTIATE, ProxyAnswer.Scheme.NTLM),
                List.of(HostPattern.of("*.azure-devices.net").orElseThrow()));

        assertTrue(letter.contains("proxy.hospital.example:3128"));
        assertTrue(letter.contains("NTLM, Negotiate (Kerberos)"));
        assertTrue(letter.contains("\n  *.azure-devices.net\n"));
        assertFalse(letter.contains("{"));
    }
}
