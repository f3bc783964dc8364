package org.benchconnect.cli.desk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.benchconnect.desk.roster.RegisteredAgent;
import org.benchconnect.desk.roster.RosterException;
import org.benchconnect.desk.roster.RosterFolder;

/** {@code desk agent add|remove|list}: the agents that the page pins. Every change is signed at once. */
final class AgentCommand {
    static final String ADD = "agent add DIR AGENT KEY";
    static final String REMOVE = "agent remove DIR AGENT";
    static final String LIST = "agent list DIR [--json]";

    private static final int MOST_BYTES = 8 * 1024;
    private static final int BITS = 4096;

    private AgentCommand() {}

    /** KEY is the SHA-256 of the agent's public RSA key, or a PEM file with that key. */
    static void add(DeskWords words, Instant now, PrintStream out) throws IOException, DeskRefusal, RosterException {
        String id = words.word(1).toLowerCase(Locale.ROOT);
        String key = words.word(2);
        try {
            RegisteredAgent agent = new RegisteredAgent(id, key.matches("[0-9a-f]{64}") ? key : digest(Path.of(key)));
            new RosterFolder(words.folder()).change(roster -> roster.with(agent), now);
            out.println("Pages take the agent " + id + " by its key " + agent.key() + " alone.");
        } catch (IllegalArgumentException e) {
            throw new DeskRefusal(String.valueOf(e.getMessage()));
        }
    }

    static void remove(DeskWords words, Instant now, PrintStream out) throws IOException, DeskRefusal, RosterException {
        String id = words.word(1).toLowerCase(Locale.ROOT);
        RosterFolder folder = new RosterFolder(words.folder());
        if (folder.read().agents().stream().noneMatch(one -> one.id().equals(id))) {
            throw new DeskRefusal("no agent " + id + " is in the registry");
        }
        folder.change(roster -> roster.withoutAgent(id), now);
        out.println("Pages take the agent " + id + " no more.");
    }

    static void list(DeskWords words, PrintStream out) throws IOException, RosterException {
        JsonArray array = new JsonArray();
        for (RegisteredAgent one : new RosterFolder(words.folder()).read().agents()) {
            JsonObject object = new JsonObject();
            object.addProperty("id", one.id());
            object.addProperty("key", one.key());
            array.add(object);
            if (!words.json()) {
                out.println(one.id() + "  " + one.key());
            }
        }
        if (words.json()) {
            out.println(array);
        }
    }

    private static String digest(Path file) throws IOException, DeskRefusal {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
            byte[] der = Base64.getMimeDecoder()
                    .decode(text.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", ""));
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
            if (key.getModulus().bitLength() != BITS) {
                throw new DeskRefusal("an agent's key has " + BITS + " bits");
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DeskRefusal(file + " has no public RSA key in PEM in it");
        }
    }
}
