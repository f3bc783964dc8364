package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.benchconnect.link.command.Command;
import org.benchconnect.link.command.CommandKey;
import org.benchconnect.link.command.RefusedCommandException;
import org.benchconnect.link.command.SignedCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the vendor signs is what an agent obeys. */
class SignCommandTest {
    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private static final UUID AGENT = UUID.fromString("1b4e28ba-2fa1-4d6b-883f-0016d3cca427");
    private static final String SIGN = "sign-command LOOK --key first.key --agent " + AGENT;

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.open(folder);
    }

    @Test
    void whatIsPrintedIsWhatTheAgentOfThatIdObeysNow() throws Exception {
        CommandKey key = key();

        assertEquals(new Command.Look(), verified("LOOK", key).command());
        assertEquals(new Command.Seen(7), verified("SEEN --notice 7", key).command());
        assertEquals(
                new Command.Withdraw("com.example.bench.hello"),
                verified("WITHDRAW --feature com.example.bench.hello", key).command());
    }

    @Test
    void itEndsWhenItWasSaid() throws Exception {
        CommandKey key = key();
        shop.done(SIGN + " --minutes 2");
        byte[] command = shop.out().strip().getBytes(StandardCharsets.UTF_8);

        SignedCommand.verify(command, key, AGENT, shop.now().plus(Duration.ofSeconds(118)));
        assertThrows(
                RefusedCommandException.class,
                () -> SignedCommand.verify(command, key, AGENT, shop.now().plus(Duration.ofMinutes(2))));
    }

    @Test
    void eachHasANonceOfItsOwn() {
        shop.done(SIGN);
        String first = shop.out();

        shop.done(SIGN);

        assertNotEquals(first, shop.out());
    }

    @Test
    void theKeyForTheProfileIsThePublicKeyWithoutItsFrame() throws Exception {
        shop.done(SIGN + " --json");

        String line = json().get("command-key").getAsString();
        String pem = Files.readString(shop.path("first.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        assertEquals(pem, line);
    }

    @Test
    void aKeyOfAnotherSchemeIsRefused() {
        shop.done("init key other.key --pkcs12 other.p12 --scheme ecdsa-sha2-nistp256 --password-file password");

        assertEquals(1, shop.run("sign-command LOOK --key other.key --agent " + AGENT));

        assertTrue(shop.err().contains("commands are signed with ed25519"), shop.err());
        assertFalse(shop.out().contains("signature"), shop.out());
    }

    @Test
    void wrongWordsAreUsage() {
        String rest = " --key first.key --agent " + AGENT;
        for (String words : List.of(
                "sign-command" + rest,
                "sign-command REBOOT" + rest,
                "sign-command look" + rest,
                "sign-command SEEN" + rest,
                "sign-command SEEN --notice -1" + rest,
                "sign-command SEEN --notice x" + rest,
                "sign-command LOOK --notice 1" + rest,
                "sign-command WITHDRAW" + rest,
                "sign-command WITHDRAW --feature A" + rest,
                "sign-command WITHDRAW --feature a.b --notice 1" + rest,
                "sign-command LOOK --minutes 11" + rest,
                "sign-command LOOK --key first.key",
                "sign-command LOOK --agent " + AGENT,
                "sign-command LOOK --key first.key --agent 1-2-3-4-5",
                "sign-command LOOK --key first.key --agent x")) {
            assertEquals(2, shop.run(words), words);
            assertTrue(shop.err().contains("benchconnect release sign-command"), words);
        }
    }

    private CommandKey key() {
        shop.done(SIGN + " --json");
        return CommandKey.of(json().get("command-key").getAsString());
    }

    private SignedCommand verified(String words, CommandKey key) throws RefusedCommandException {
        shop.done("sign-command " + words + " --key first.key --agent " + AGENT);
        return SignedCommand.verify(shop.out().strip().getBytes(StandardCharsets.UTF_8), key, AGENT, shop.now());
    }

    private JsonObject json() {
        return JsonParser.parseString(shop.out()).getAsJsonObject();
    }
}
