package org.benchconnect.crypto.supporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;
import org.benchconnect.crypto.supporter.SupporterRefusedException.Rule;
import org.benchconnect.crypto.testing.TestSupporters;
import org.benchconnect.crypto.testing.TestSupporters.Person;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupporterPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final TestSupporters SERVICE = new TestSupporters(NOW);
    private static final Person ANNA = SERVICE.person("Anna Example");

    private final SupporterPolicy policy = policy(SERVICE, "eu");

    private static SupporterPolicy policy(TestSupporters service, String region) {
        try {
            return SupporterPolicy.of(
                    VerificationKey.of(Scheme.ED25519, service.listKey()), List.of(service.authority()), region);
        } catch (KeyRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] today(String... entries) {
        return SERVICE.list(NOW.minus(Duration.ofHours(1)), entries);
    }

    private void refused(Rule rule, List<byte[]> chain, byte[] list) {
        assertEquals(
                rule,
                assertThrows(SupporterRefusedException.class, () -> policy.admit(chain, list, NOW))
                        .rule());
    }

    @Test
    void aSupporterOfTheAuthorityAndTheListIsAdmitted() throws SupporterRefusedException {
        AdmittedSupporter admitted =
                policy.admit(ANNA.chain(), today(TestSupporters.entry(ANNA, "2026-11-22", "us", "eu")), NOW);

        Supporter who = admitted.supporter();
        assertEquals("Anna Example", who.name());
        assertEquals("Example Service", who.organisation());
        assertEquals(ANNA.digest(), who.certificate());
        assertEquals("eu", who.region());
    }

    @Test
    void anAdmittedSupporterCannotBeMadeOutside() {
        assertEquals(
                0,
                Arrays.stream(AdmittedSupporter.class.getDeclaredConstructors())
                        .filter(one ->
                                Modifier.isPublic(one.getModifiers()) || Modifier.isProtected(one.getModifiers()))
                        .count());
        assertEquals(true, Modifier.isFinal(AdmittedSupporter.class.getModifiers()));
    }

    @Test
    void aCertificateNotOnTheListIsRefused() {
        refused(
                Rule.NOT_LISTED,
                SERVICE.person("Other").chain(),
                today(TestSupporters.entry(ANNA, "2027-01-01", "eu")));
    }

    @Test
    void aCertificateOnTheListOfAnotherAuthorityIsRefused() {
        Person stranger = new TestSupporters(NOW).person("Anna Example");

        refused(Rule.AUTHORITY, stranger.chain(), today(TestSupporters.entry(stranger, "2027-01-01", "eu")));
    }

    @Test
    void whoASupporterCertifiedIsRefused() {
        Person friend = SERVICE.certifiedBy(ANNA, "Friend");

        refused(
                Rule.AUTHORITY,
                List.of(friend.der(), ANNA.der()),
                today(TestSupporters.entry(friend, "2027-01-01", "eu")));
    }

    @Test
    void anExpiredTrainingIsRefused() {
        refused(Rule.TRAINING, ANNA.chain(), today(TestSupporters.entry(ANNA, "2026-11-21", "eu")));
    }

    @Test
    void anotherRegionIsRefused() {
        refused(Rule.REGION, ANNA.chain(), today(TestSupporters.entry(ANNA, "2027-01-01", "us", "apac")));
        refused(Rule.REGION, ANNA.chain(), today(TestSupporters.entry(ANNA, "2027-01-01")));
    }

    @Test
    void aListOlderThanADayAdmitsNobody() {
        Instant day = NOW.minus(Duration.ofHours(24));

        refused(
                Rule.LIST_AGE,
                ANNA.chain(),
                SERVICE.list(day.minusSeconds(1), TestSupporters.entry(ANNA, "2027-01-01", "eu")));
    }

    @Test
    void aListFromTheFutureAdmitsNobody() {
        refused(
                Rule.LIST_AGE,
                ANNA.chain(),
                SERVICE.list(
                        NOW.plus(Duration.ofMinutes(5)).plusSeconds(1),
                        TestSupporters.entry(ANNA, "2027-01-01", "eu")));
    }

    @Test
    void aListFromAnotherKeyAdmitsNobody() {
        refused(
                Rule.LIST_SIGNATURE,
                ANNA.chain(),
                new TestSupporters(NOW).list(NOW, TestSupporters.entry(ANNA, "2027-01-01", "eu")));
    }

    @Test
    void aListWithOneChangedByteAdmitsNobody() {
        byte[] list = today(TestSupporters.entry(ANNA, "2026-01-01", "eu"));
        String text = new String(list, StandardCharsets.US_ASCII);

        refused(
                Rule.LIST_SIGNATURE,
                ANNA.chain(),
                text.replace("2026-01-01", "2027-01-01").getBytes(StandardCharsets.US_ASCII));
        refused(Rule.LIST_SIGNATURE, ANNA.chain(), (text + " ").getBytes(StandardCharsets.US_ASCII));
        refused(Rule.LIST_SIGNATURE, ANNA.chain(), text.replace(" 1 ", " 2 ").getBytes(StandardCharsets.US_ASCII));
        refused(Rule.LIST_SIGNATURE, ANNA.chain(), new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"v\":2,\"issued\":\"2026-11-22T11:00:00Z\",\"supporters\":[]}",
                "{\"v\":1.0,\"issued\":\"2026-11-22T11:00:00Z\",\"supporters\":[]}",
                "{\"v\":1,\"v\":1,\"issued\":\"2026-11-22T11:00:00Z\",\"supporters\":[]}",
                "{\"v\":1,\"issued\":\"2026-11-22T11:00:00Z\",\"supporters\":[],}",
                "{\"v\":1,\"issued\":\"2026-11-22T11:00:00Z\",\"supporters\":[],\"more\":1}",
                "{\"v\":1,\"issued\":\"2026-11-22T11:00:00Z\",\"supporters\":[{}]}",
                "{\"v\":1,\"issued\":\"2026-11-22T11:00:00Z\"}",
                "{\"v\":1,\"issued\":\"2026-13-22T11:00:00Z\",\"supporters\":[]}",
                "{\"v\":1,\"issued\":\"2026-11-22T11:00:00+00:00\",\"supporters\":[]}",
                "{\"v\":1,\"issued\":\"2026-11-22T11:00:00Z\",\"supporters\":[]} x"
            })
    void aSignedListInAnotherFormAdmitsNobody(String json) {
        refused(Rule.FORM, ANNA.chain(), SERVICE.signed(json));
    }

    @Test
    void aSupporterWhoIsListedTwiceMakesTheListNone() {
        refused(
                Rule.FORM,
                ANNA.chain(),
                today(TestSupporters.entry(ANNA, "2026-01-01", "us"), TestSupporters.entry(ANNA, "2027-01-01", "eu")));
    }

    @Test
    void moreEntriesOrBytesThanAllowedMakeTheListNone() {
        String entry = TestSupporters.entry(ANNA, "2027-01-01", "eu");
        String[] many = new String[SupporterListText.MOST + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = entry.replace(ANNA.digest().substring(0, 4), String.format(Locale.ROOT, "%04x", i));
        }

        refused(Rule.FORM, ANNA.chain(), today(many));
        refused(Rule.FORM, ANNA.chain(), new byte[SupporterPolicy.LONGEST_LIST + 1]);
    }

    @Test
    void aCertificateThatIsOverIsRefused() {
        Person over = SERVICE.person(
                "Anna Example", "Example Service", KeyPurposeId.id_kp_clientAuth, NOW.minusSeconds(1), "EC");

        refused(Rule.CERTIFICATE, over.chain(), today(TestSupporters.entry(over, "2027-01-01", "eu")));
    }

    @Test
    void aCertificateForSomethingElseIsRefused() {
        for (KeyPurposeId purpose : List.of(
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_codeSigning, KeyPurposeId.anyExtendedKeyUsage)) {
            Person other =
                    SERVICE.person("Anna Example", "Example Service", purpose, NOW.plus(Duration.ofDays(1)), "EC");

            refused(Rule.CERTIFICATE, other.chain(), today(TestSupporters.entry(other, "2027-01-01", "eu")));
        }
    }

    @Test
    void aKeyThatIsNotP256IsRefused() {
        Person other = SERVICE.person(
                "Anna Example",
                "Example Service",
                KeyPurposeId.id_kp_clientAuth,
                NOW.plus(Duration.ofDays(1)),
                "Ed25519");

        refused(Rule.CERTIFICATE, other.chain(), today(TestSupporters.entry(other, "2027-01-01", "eu")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna\u202Eelpmaxe",
                "Anna\u200B",
                "Anna\nExample",
                " Anna",
                "\u00A0",
                "\u3164",
                "Anna\u2800",
                "An\u034Fna",
                ""
            })
    void aNameThatMisleadsIsRefused(String name) {
        Person other = SERVICE.person(name);

        refused(Rule.CERTIFICATE, other.chain(), today(TestSupporters.entry(other, "2027-01-01", "eu")));
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        Person other = SERVICE.person("A".repeat(Supporter.LONGEST + 1));

        refused(Rule.CERTIFICATE, other.chain(), today(TestSupporters.entry(other, "2027-01-01", "eu")));
    }

    @Test
    void chainsThatAreTooLongOrEmptyOrNoneAreRefused() {
        byte[] list = today(TestSupporters.entry(ANNA, "2027-01-01", "eu"));

        refused(Rule.FORM, List.of(), list);
        refused(Rule.FORM, Collections.nCopies(5, ANNA.der()), list);
        refused(Rule.FORM, List.of(new byte[SupporterPolicy.LONGEST_CERTIFICATE + 1]), list);
        refused(Rule.FORM, List.of(new byte[0]), list);
        refused(Rule.FORM, List.of(Arrays.copyOf(ANNA.der(), ANNA.der().length + 1)), list);
        refused(Rule.FORM, List.of("-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII)), list);
    }

    @Test
    void whatIsNoAuthorityCannotBePinned() throws KeyRefusedException {
        VerificationKey key = VerificationKey.of(Scheme.ED25519, SERVICE.listKey());

        assertThrows(IllegalArgumentException.class, () -> SupporterPolicy.of(key, List.of(ANNA.certificate()), "eu"));
        assertThrows(IllegalArgumentException.class, () -> SupporterPolicy.of(key, List.of(), "eu"));
        assertThrows(IllegalArgumentException.class, () -> SupporterPolicy.of(key, List.of(SERVICE.authority()), "EU"));
    }
}
