package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import org.benchconnect.console.http.Refused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {
    private final OriginCheck origins = new OriginCheck(4711);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example",
                "attacker.example:4711",
                "localhost:4711",
                "127.0.0.1",
                "127.0.0.1:4712",
                "127.0.0.1:4711.attacker.example",
                "[::1]:4711",
                "127.1:4711",
                " 127.0.0.1:4711",
                ""
            })
    void dnsRebindingIsRefusedByTheHostHeader(String host) {
        Refused refused = assertThrows(Refused.class, () -> origins.check(headers("Host", host)));

        assertEquals(Reason.FOREIGN_HOST, refused.reason());
        assertEquals(403, refused.status());
    }

    @Test
    void aRequestWithoutHostIsRefused() {
        assertEquals(
                Reason.FOREIGN_HOST,
                assertThrows(Refused.class, () -> origins.check(headers())).reason());
    }

    @Test
    void aRequestWithTwoHostsIsRefused() {
        Headers two = headers("Host", "127.0.0.1:4711", "Host", "127.0.0.1:4711");

        assertEquals(
                Reason.FOREIGN_HOST,
                assertThrows(Refused.class, () -> origins.check(two)).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://attacker.example",
                "null",
                "http://127.0.0.1",
                "http://127.0.0.1:4712",
                "https://127.0.0.1:4711",
                "http://localhost:4711",
                "http://127.0.0.1:4711/",
                "HTTP://127.0.0.1:4711",
                ""
            })
    void aForeignOriginIsRefused(String origin) {
        Headers foreign = headers("Host", "127.0.0.1:4711", "Origin", origin);

        assertEquals(
                Reason.FOREIGN_ORIGIN,
                assertThrows(Refused.class, () -> origins.check(foreign)).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "Same-Origin", "", "other"})
    void aCrossSiteRequestIsRefused(String site) {
        Headers foreign = headers("Host", "127.0.0.1:4711", "Sec-Fetch-Site", site);

        assertEquals(
                Reason.CROSS_SITE,
                assertThrows(Refused.class, () -> origins.check(foreign)).reason());
    }

    @Test
    void aFileOfThisPcMayLeadABrowserToThePageAndNobodyMayFrameIt() {
        Headers led = headers(
                "Host",
                "127.0.0.1:4711",
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "document");
        Headers framed = headers(
                "Host",
                "127.0.0.1:4711",
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "iframe");
        Headers foreignHost =
                headers("Host", "evil.example:4711", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");

        assertDoesNotThrow(() -> origins.checkVisit(led));
        assertThrows(Refused.class, () -> origins.check(led));
        assertThrows(Refused.class, () -> origins.checkVisit(framed));
        assertThrows(Refused.class, () -> origins.checkVisit(foreignHost));
    }

    @Test
    void theOwnPageAndLocalProgramsPass() {
        assertDoesNotThrow(() -> origins.check(headers("Host", "127.0.0.1:4711")));
        assertDoesNotThrow(() -> origins.check(headers("Host", "127.0.0.1:4711", "Sec-Fetch-Site", "none")));
        assertDoesNotThrow(() -> origins.check(
                headers("Host", "127.0.0.1:4711", "Origin", "http://127.0.0.1:4711", "Sec-Fetch-Site", "same-origin")));
    }

    @Test
    void aCookieAloneIsNoProofOfTheOwnPage() {
        Headers bare = headers("Host", "127.0.0.1:4711");
        Headers typed = headers("Host", "127.0.0.1:4711", "Sec-Fetch-Site", "none");

        assertEquals(
                Reason.FOREIGN_ORIGIN,
                assertThrows(Refused.class, () -> origins.checkOwnPage(bare)).reason());
        assertEquals(
                Reason.FOREIGN_ORIGIN,
                assertThrows(Refused.class, () -> origins.checkOwnPage(typed)).reason());
        assertDoesNotThrow(() -> origins.checkOwnPage(headers("Sec-Fetch-Site", "same-origin")));
        assertDoesNotThrow(() -> origins.checkOwnPage(headers("Origin", "http://127.0.0.1:4711")));
    }

    @Test
    void whatOnlyReadsMayBeOpenedByItsAddressAsADocument() {
        Headers typed = headers("Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        Headers framed = headers("Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe");

        assertDoesNotThrow(() -> origins.checkOwnPageOrAddress(typed));
        assertThrows(Refused.class, () -> origins.checkOwnPageOrAddress(framed));
        assertThrows(Refused.class, () -> origins.checkOwnPageOrAddress(headers("Host", "127.0.0.1:4711")));
    }

    private static Headers headers(String... namesAndValues) {
        Headers headers = new Headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }
}
