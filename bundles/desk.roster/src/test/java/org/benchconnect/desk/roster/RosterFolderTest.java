package org.benchconnect.desk.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two lists on the disk. */
class RosterFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.75Z");
    private static final ListedSupporter ADA =
            new ListedSupporter("ab".repeat(32), "Ada Example", LocalDate.parse("2027-03-31"), List.of("eu", "ch"));
    private static final RegisteredAgent AGENT =
            new RegisteredAgent("0b9aa1c2-95dc-4d0e-8d4b-3ab1b2f11c02", "cd".repeat(32));

    @TempDir
    Path desk;

    private RosterFolder folder;
    private String key;

    @BeforeEach
    void create() throws Exception {
        folder = new RosterFolder(desk);
        key = folder.create(NOW);
    }

    @Test
    void aNewRosterIsSignedAndEmpty() throws Exception {
        assertEquals("{\"v\":1,\"issued\":\"2026-11-22T10:00:00Z\",\"supporters\":[]}", verified("supporters"));
        assertEquals("{\"v\":1,\"issued\":\"2026-11-22T10:00:00Z\",\"agents\":{}}", verified("registry"));
        assertEquals(key + "\n", Files.readString(desk.resolve("public/registry.key")));
    }

    @Test
    void whoIsAddedIsInTheSignedListAtOnceAndWhoIsRemovedIsNot() throws Exception {
        folder.change(roster -> roster.with(ADA).with(AGENT), NOW);
        String with = verified("supporters");
        String agents = verified("registry");
        folder.change(
                roster -> roster.withoutSupporter(ADA.certificate()).withoutAgent(AGENT.id()), NOW.plusSeconds(5));

        assertEquals(
                "{\"v\":1,\"issued\":\"2026-11-22T10:00:00Z\",\"supporters\":[{\"certificate\":\"" + "ab".repeat(32)
                        + "\",\"trained\":\"2027-03-31\",\"regions\":[\"eu\",\"ch\"]}]}",
                with);
        assertEquals(
                "{\"v\":1,\"issued\":\"2026-11-22T10:00:00Z\",\"agents\":{\"0b9aa1c2-95dc-4d0e-8d4b-3ab1b2f11c02\":\""
                        + "cd".repeat(32) + "\"}}",
                agents);
        assertEquals("{\"v\":1,\"issued\":\"2026-11-22T10:00:05Z\",\"supporters\":[]}", verified("supporters"));
    }

    @Test
    void aNameDoesNotLeaveTheDesk() throws Exception {
        folder.change(roster -> roster.with(ADA), NOW);

        assertFalse(Files.readString(desk.resolve("public/supporters")).contains("Ada"));
        assertEquals(List.of(ADA), folder.read().supporters());
    }

    @Test
    void onlyTheDesksAccountReadsKeyAndRoster() throws Exception {
        for (String file : new String[] {"keys/lists.key", "roster.json"}) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.resolve(file))),
                    file);
        }
        Files.setPosixFilePermissions(desk.resolve("keys/lists.key"), PosixFilePermissions.fromString("rw-r-----"));

        RosterException refused = assertThrows(RosterException.class, () -> folder.sign(NOW));

        assertTrue(String.valueOf(refused.getMessage()).contains("chmod 600"));
    }

    @Test
    void aChangeThatIsRefusedChangesNothing() throws Exception {
        byte[] before = Files.readAllBytes(desk.resolve("public/supporters"));

        assertThrows(
                IllegalArgumentException.class,
                () -> folder.change(
                        roster -> roster.with(new ListedSupporter("x", "Ada", LocalDate.EPOCH, List.of("eu"))), NOW));

        assertEquals(
                new String(before, StandardCharsets.US_ASCII), Files.readString(desk.resolve("public/supporters")));
    }

    @Test
    void aSecondRosterIsNotMadeOverTheFirst() {
        assertThrows(RosterException.class, () -> folder.create(NOW));
    }

    @Test
    void aRosterOfAnotherFormIsRefused() throws Exception {
        for (String wrong : new String[] {
            "",
            "{}",
            "{\"v\":2,\"supporters\":[],\"agents\":[]}",
            "{\"v\":1,\"supporters\":[{}],\"agents\":[]}",
            "[]",
            "{\"v\":1,\"supporters\":[],\"agents\":[],\"more\":1}"
        }) {
            Files.writeString(desk.resolve("roster.json"), wrong);

            assertThrows(RosterException.class, () -> folder.read(), wrong);
        }
    }

    @Test
    void theHourlySigningSignsAtItsStart() throws Exception {
        Instant later = NOW.plus(Duration.ofHours(5));
        HourlySigning signing = new HourlySigning(folder, Clock.fixed(later, ZoneOffset.UTC), Duration.ofHours(1));

        String list = verified("supporters");
        signing.close();

        assertTrue(list.contains("2026-11-22T15:00:00Z"), list);
    }

    @Test
    void aListThatCannotBeSignedStaysAsItIs() throws Exception {
        String before = verified("supporters");
        Files.writeString(desk.resolve("keys/lists.key"), "gone");

        new HourlySigning(folder, Clock.fixed(NOW.plusSeconds(9), ZoneOffset.UTC), Duration.ofHours(1)).close();

        assertEquals(before, verified("supporters"));
    }

    /** What is behind the first line, after its signature was checked. */
    private String verified(String name) throws Exception {
        byte[] all = Files.readAllBytes(desk.resolve("public").resolve(name));
        String magic = "benchconnect-" + name + " 1 ";
        int json = magic.length() + 89;
        String line = new String(all, 0, json, StandardCharsets.US_ASCII);
        assertTrue(line.startsWith(magic) && line.endsWith("\n"), line);
        PublicKey publicKey = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of()
                        .parseHex("302a300506032b6570032100"
                                + HexFormat.of().formatHex(Base64.getDecoder().decode(key)))));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey);
        byte[] content = Arrays.copyOfRange(all, json, all.length);
        signature.update(content);
        assertTrue(signature.verify(Base64.getDecoder().decode(line.substring(magic.length(), json - 1))));
        return new String(content, StandardCharsets.US_ASCII);
    }
}
