package org.benchconnect.cli.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What metadata says about one file (specification 4.5).
 *
 * @param length in bytes
 * @param sha256 lower-case hex
 */
record TargetInfo(long length, String sha256) {
    private static final int BUFFER = 1 << 16;

    static TargetInfo of(byte[] bytes) {
        return new TargetInfo(bytes.length, Metadata.sha256(bytes));
    }

    /** Reads the whole file. */
    static TargetInfo of(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            long length = skip(in);
            return new TargetInfo(
                    length, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    private static long skip(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            length += read;
        }
        return length;
    }

    static TargetInfo read(JsonObject json) {
        return new TargetInfo(
                json.get("length").getAsLong(),
                json.getAsJsonObject("hashes").get("sha256").getAsString());
    }

    JsonObject toJson() {
        JsonObject hashes = new JsonObject();
        hashes.addProperty("sha256", sha256);
        JsonObject json = new JsonObject();
        json.addProperty("length", length);
        json.add("hashes", hashes);
        return json;
    }

    /** Where a repository with consistent snapshots has the file: {@code features/<sha256>.a-1.0.0.json} (specification 6.2). */
    Path in(Path targets, String path) {
        int name = path.lastIndexOf('/') + 1;
        return targets.resolve(path.substring(0, name) + sha256 + "." + path.substring(name));
    }
}
