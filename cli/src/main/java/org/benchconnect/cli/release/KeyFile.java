package org.benchconnect.cli.release;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * Where a private key is, in a small file that stays on its holder's machine and has no secret in it. Paths are meant from the folder of
 * the file.
 *
 * <pre>{@code
 * {"pkcs12": "first.p12", "alias": "first", "password-file": "first.password"}
 * {"pkcs11": "/usr/lib/softhsm/libsofthsm2.so", "token": "second", "alias": "root"}
 * }</pre>
 *
 * Without {@code password-file} (for a token: the PIN) the person is asked each time. A password is never an argument of a command, where
 * every other program of the machine would see it.
 */
final class KeyFile {
    private static final Set<String> NAMES = Set.of("pkcs12", "pkcs11", "token", "alias", "password-file");
    private static final int LONGEST = 16_384;

    private final Path file;
    private final Map<String, String> values;

    private KeyFile(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** A key in a PKCS#12 file. */
    static KeyFile pkcs12(Path file, Path store, String alias, Optional<Path> password) {
        return new KeyFile(file, values("pkcs12", from(file, store), alias, password.map(path -> from(file, path))));
    }

    /** A key in a PKCS#11 token. */
    static KeyFile pkcs11(Path file, Path library, String token, String alias, Optional<Path> pin) {
        Path absolute = library.toAbsolutePath();
        Map<String, String> values = values("pkcs11", absolute.toString(), alias, pin.map(path -> from(file, path)));
        values.put("token", token);
        return new KeyFile(file, values);
    }

    private static Map<String, String> values(String kind, String place, String alias, Optional<String> password) {
        Map<String, String> values = new TreeMap<>(Map.of(kind, place, "alias", alias));
        password.ifPresent(path -> values.put("password-file", path));
        return values;
    }

    static KeyFile read(Path file) throws IOException, ReleaseRefusal {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw new ReleaseRefusal("there is no key file " + file + "; 'release init key' makes one");
        }
        try {
            Map<String, String> values = new TreeMap<>();
            for (Map.Entry<String, JsonElement> entry :
                    StrictJson.parseObject(Files.readAllBytes(file)).entrySet()) {
                values.put(entry.getKey(), entry.getValue().getAsString());
            }
            boolean complete = values.containsKey("alias")
                    && (values.containsKey("pkcs12") ^ values.containsKey("pkcs11"))
                    && values.containsKey("pkcs11") == values.containsKey("token");
            if (!complete || !NAMES.containsAll(values.keySet())) {
                throw new ReleaseRefusal(file + " has pkcs12 and alias, or pkcs11, token and alias, and maybe"
                        + " password-file; nothing else");
            }
            return new KeyFile(file, values);
        } catch (StrictJsonException | IllegalStateException | UnsupportedOperationException broken) {
            throw new ReleaseRefusal(file + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    void write() throws IOException, ReleaseRefusal {
        JsonObject json = new JsonObject();
        values.forEach(json::addProperty);
        String text = new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json) + "\n";
        PublicFiles.writeNew(file, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean inToken() {
        return values.containsKey("pkcs11");
    }

    /** The PKCS#12 file, or the library of the token. */
    Path store() throws ReleaseRefusal {
        return place(inToken() ? "pkcs11" : "pkcs12");
    }

    String token() {
        return value("token");
    }

    String alias() {
        return value("alias");
    }

    /** What opens it: from its file, or typed by the person. */
    Secret password(Terminal terminal) throws IOException, ReleaseRefusal {
        String what = (inToken() ? "PIN of token " + token() : "password of " + store().getFileName());
        return values.containsKey("password-file") ? passwordIn(place("password-file")) : terminal.password(what);
    }

    /** The first line of a file, which not everybody may read. */
    static Secret passwordIn(Path file) throws IOException, ReleaseRefusal {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw new ReleaseRefusal("there is no password file " + file);
        }
        PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (rights != null && rights.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
            throw new ReleaseRefusal(
                    "everybody on this machine can read " + file + "; close it with: chmod 600 " + file);
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        byte[] line = Arrays.copyOf(bytes, end);
        try {
            if (line.length == 0) {
                throw new ReleaseRefusal("the password file " + file + " is empty");
            }
            return Secret.copyOf(line);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(line, (byte) 0);
        }
    }

    private Path place(String name) throws ReleaseRefusal {
        try {
            return file.resolveSibling(value(name));
        } catch (InvalidPathException no) {
            throw new ReleaseRefusal(file + ": " + name + " cannot be the name of a file", no);
        }
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** As seen from the folder of the key file. */
    private static String from(Path file, Path other) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path absolute = other.toAbsolutePath().normalize();
        return folder != null && absolute.startsWith(folder)
                ? folder.relativize(absolute).toString()
                : absolute.toString();
    }
}
