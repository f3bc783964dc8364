package org.benchconnect.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.benchconnect.core.text.Language;

/**
 * What a printed record says of this PC beyond what the upgrade utility tells, read from its folders at each call. Nothing read here is trusted: a digest is
 * computed, and a text counts only as part of the bytes whose digest the caller knows.
 *
 * @param home the home folder
 * @param installation the installation folder; empty where there is none, as in a test
 */
record ThisPc(Path home, Optional<Path> installation) {
    private static final String KEY = "device.pub";
    private static final int MAX_KEY = 4096; // bytes
    private static final int MAX_LIST = 1 << 20; // bytes
    private static final int MAX_DOCUMENT = 1 << 20; // bytes
    private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9.-]{0,79}");
    private static final int MAX_DOCUMENTS = 500;

    /**
     * A feature document as it lies in a generation.
     *
     * @param name the feature's
     * @param version which version of it
     * @param digest the SHA-256 of its bytes
     * @param json what it says
     */
    record Document(String name, String version, String digest, JsonObject json) {
        /** What its author says of this version, in this language or else in English; nobody has checked a word of it. */
        Optional<String> statement(Language language) {
            try {
                JsonObject statement = json.getAsJsonObject("extensions")
                        .getAsJsonObject("org.benchconnect.release")
                        .getAsJsonObject("json")
                        .getAsJsonObject("statement");
                JsonElement said = statement.get(RequestView.tag(language));
                return Optional.of((said == null ? statement.get("en") : said).getAsString());
            } catch (RuntimeException otherForm) {
                return Optional.empty();
            }
        }
    }

    /** The fingerprint of this PC's key as {@code benchconnect identity show} has it: of the pinned one, else of the one in the home folder. */
    Optional<String> fingerprint() {
        return installation
                .flatMap(folder -> fingerprint(folder.resolve(KEY)))
                .or(() -> fingerprint(home.resolve("identity").resolve(KEY)));
    }

    private static Optional<String> fingerprint(Path file) {
        return read(file, MAX_KEY).flatMap(bytes -> {
            String text = new String(bytes, StandardCharsets.US_ASCII);
            try {
                byte[] key = Base64.getDecoder()
                        .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
                return key.length == 0
                        ? Optional.empty()
                        : Optional.of(sha256(key).replaceAll("(.{8})(?=.)", "$1 "));
            } catch (IllegalArgumentException noKey) {
                return Optional.empty();
            }
        });
    }

    /** The SHA-256 of the list of what the installer brought, under which everything later is signed. */
    Optional<String> baseRelease() {
        return installation
                .flatMap(folder -> read(folder.resolve("release").resolve("SHA256SUMS"), MAX_LIST))
                .map(ThisPc::sha256);
    }

    /** The feature documents of a generation; empty if it is not kept any more. */
    List<Document> documents(int generation) {
        List<Document> documents = new ArrayList<>();
        Path folder =
                home.resolve("generations").resolve(String.valueOf(generation)).resolve("features");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                if (documents.size() == MAX_DOCUMENTS) {
                    break;
                }
                read(file, MAX_DOCUMENT).flatMap(ThisPc::document).ifPresent(documents::add);
            }
        } catch (IOException | DirectoryIteratorException gone) {
            return List.of();
        }
        return List.copyOf(documents);
    }

    /** The document of a feature that the installer brought. */
    Optional<Document> baseDocument(String feature) {
        return FEATURE.matcher(feature).matches()
                ? installation
                        .flatMap(folder -> read(folder.resolve("release").resolve(feature + ".json"), MAX_DOCUMENT))
                        .flatMap(ThisPc::document)
                        .filter(one -> one.name().equals(feature))
                : Optional.empty();
    }

    private static Optional<Document> document(byte[] bytes) {
        try {
            JsonObject json = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            JsonElement id = json.get("id"); // group, name, version: OSGi R8, 159.3
            if (id == null) {
                return Optional.empty();
            }
            String[] parts = id.getAsString().split(":", -1);
            return Optional.of(new Document(parts[1], parts[parts.length - 1], sha256(bytes), json));
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | IndexOutOfBoundsException other) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(Path file, int longest) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            return bytes.length > longest ? Optional.empty() : Optional.of(bytes);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
