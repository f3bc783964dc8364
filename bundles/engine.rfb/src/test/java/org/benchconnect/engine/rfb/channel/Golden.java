package org.benchconnect.engine.rfb.channel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.benchconnect.crypto.device.WrongWrapException;
import org.benchconnect.crypto.secret.Secret;

/** The golden files: fixed inputs, and all bytes that follow from them. {@link #main} writes them anew. */
public final class Golden {
    static final HexFormat HEX = HexFormat.of();

    private Golden() {}

    static JsonObject read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new Gson().fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8), JsonObject.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] hex(JsonObject from, String... path) {
        JsonElement at = from;
        for (String name : path) {
            at = at.getAsJsonObject().get(name);
        }
        return HEX.parseHex(at.getAsString());
    }

    static PrivateKey key(String algorithm, byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static EphemeralKey ephemeral(JsonObject inputs, String name) {
        return new EphemeralKey(key("EC", hex(inputs, name, "pkcs8")), hex(inputs, name, "point"));
    }

    static List<byte[]> chain(JsonObject inputs) {
        List<byte[]> chain = new ArrayList<>();
        inputs.getAsJsonArray("chain").forEach(one -> chain.add(HEX.parseHex(one.getAsString())));
        return chain;
    }

    static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    /** The RSA key of the golden inputs, as a PC's. */
    public static final KeyOpener RSA = Golden::unwrap;

    /** Its public half. */
    public static final byte[] RSA_PUBLIC = hex(read("inputs"), "agentRsa", "spki");

    private static final PrivateKey RSA_PRIVATE = key("RSA", hex(read("inputs"), "agentRsa", "pkcs8"));

    private static Secret unwrap(byte[] wrapped) throws WrongWrapException {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, RSA_PRIVATE, OAEP);
            return Secret.copyOf(cipher.doFinal(wrapped));
        } catch (GeneralSecurityException e) {
            throw new WrongWrapException();
        }
    }

    static AgentHandshake agent(JsonObject inputs) {
        return new AgentHandshake(
                inputs.get("session").getAsString(),
                RSA_PUBLIC,
                RSA,
                ephemeral(inputs, "agentEphemeral"),
                hex(inputs, "agentNonce"));
    }

    static ViewerHandshake viewer(JsonObject inputs) {
        return new ViewerHandshake(
                chain(inputs),
                key("EC", hex(inputs, "supporter", "pkcs8")),
                ephemeral(inputs, "viewerEphemeral"),
                hex(inputs, "viewerNonce"),
                hex(inputs, "premaster"));
    }

    /** @param args the folder of the golden files */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        JsonObject inputs = read("inputs");
        byte[] hello = agent(inputs).hello();
        byte[] answer = viewer(inputs).answer(hello);
        write(folder.resolve("handshake.json"), handshake(inputs, hello, answer));
        write(folder.resolve("frames.json"), GoldenFrames.made(inputs, hello, answer));
    }

    private static void write(Path file, JsonObject json) throws IOException {
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
    }

    /** What must come of these two messages. */
    static JsonObject handshake(JsonObject inputs, byte[] hello, byte[] answer) throws Exception {
        byte[] unsigned = Arrays.copyOf(answer, answer.length - 2 - Handshake.SIGNATURE);
        byte[] salt = Handshake.sha256(hello, answer);
        byte[] x = ephemeral(inputs, "agentEphemeral")
                .agree(hex(inputs, "viewerEphemeral", "point"))
                .exposeBytes();
        SessionKeys keys = new SessionKeys(Secret.copyOf(hex(inputs, "premaster")), Secret.copyOf(x), salt);
        JsonObject all = new JsonObject();
        JsonObject messages = new JsonObject();
        messages.addProperty("hello", HEX.formatHex(hello));
        messages.addProperty("answer", HEX.formatHex(answer));
        messages.addProperty("confirm", HEX.formatHex(Fields.write(Handshake.CONFIRM, keys.confirmation())));
        all.add("messages", messages);
        JsonObject derived = new JsonObject();
        derived.addProperty("signedDigest", HEX.formatHex(Handshake.sha256(hello, unsigned)));
        derived.addProperty(
                "signed", HEX.formatHex(Handshake.SIGNED) + HEX.formatHex(Handshake.sha256(hello, unsigned)));
        derived.addProperty("salt", HEX.formatHex(salt));
        derived.addProperty("ecdh", HEX.formatHex(x));
        derived.addProperty("ikm", HEX.formatHex(hex(inputs, "premaster")) + HEX.formatHex(x));
        derived.addProperty("agentKey", HEX.formatHex(keys.agent().spec().getEncoded()));
        derived.addProperty("agentIv", HEX.formatHex(keys.agent().nonce(0).getIV()));
        derived.addProperty("viewerKey", HEX.formatHex(keys.viewer().spec().getEncoded()));
        derived.addProperty("viewerIv", HEX.formatHex(keys.viewer().nonce(0).getIV()));
        derived.addProperty("confirmation", HEX.formatHex(keys.confirmation()));
        derived.addProperty("authenticationString", keys.authenticationString());
        all.add("derived", derived);
        return all;
    }

    /** Golden agents, each for one answer. */
    static final class Agents {
        private final JsonObject inputs = read("inputs");
        private final byte[] golden = hex(read("handshake"), "messages", "answer");

        AgentHandshake next() {
            return agent(inputs);
        }

        boolean isGolden(byte[] answer) {
            return Arrays.equals(answer, golden);
        }
    }
}
