package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyAnswerTest {
    private static String schemes(String... challenges) {
        String head = "HTTP/1.1 407 Proxy Authentication Required\r\nServer: x\r\n"
                + String.join(
                        "",
                        Arrays.stream(challenges)
                                .map(each -> "Proxy-Authenticate: " + each + "\r\n")
                                .toList())
                + "\r\n";
        ProxyAnswer answer =
                ProxyAnswer.of(head.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
        assertEquals(407, answer.status());
        return new TreeSet<>(answer.schemes()).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NTLM;[NTLM]",
                "Negotiate;[NEGOTIATE]",
                "Kerberos;[NEGOTIATE]",
                "Negotiate YIIC4==;[NEGOTIATE]",
                "Basic realm=\"a, NTLM\";[BASIC]",
                "basic realm=x;[BASIC]",
                "Digest realm=\"a\", qop=\"auth\", nonce=\"b,Basic\", stale=FALSE;[DIGEST]",
                "Digest realm=\"a\", qop=auth, Basic realm=\"b\";[BASIC, DIGEST]",
                "Negotiate, NTLM, Basic realm=\"b\";[BASIC, NTLM, NEGOTIATE]",
                "Bearer;[OTHER]",
                "Basic realm=\"never closed, NTLM;[BASIC]"
            })
    void schemesOfOneLineAreNamed(String challenge, String expected) {
        assertEquals(expected, schemes(challenge));
    }

    @Test
    void schemesOfSeveralLinesAreNamed() {
        assertEquals("[NTLM, NEGOTIATE]", schemes("Negotiate", "NTLM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-x\r\n", "HTTP/2 200\r\n", "HTTP/1.1 99 x\r\n", "HTTP/1.1 2000\r\n", "\r\n"})
    void whatIsNoAnswerIsNone(String head) {
        assertTrue(ProxyAnswer.of(head.getBytes(StandardCharsets.ISO_8859_1)).isEmpty());
    }

    @Test
    void headThatIsTooLongIsNoAnswer() {
        byte[] head = ("HTTP/1.1 407 x\r\nA: " + "a".repeat(ProxyAnswer.MAX_HEAD)).getBytes(StandardCharsets.US_ASCII);

        assertTrue(ProxyAnswer.of(head).isEmpty());
    }

    @Test
    void lineAfterTheHeadIsNotRead() {
        byte[] head = "HTTP/1.0 407 x\r\nProxy-Authenticate: NTLM\r\n\r\nProxy-Authenticate: Basic\r\n"
                .getBytes(StandardCharsets.US_ASCII);

        assertEquals("[NTLM]", ProxyAnswer.of(head).orElseThrow().schemes().toString());
    }
}
