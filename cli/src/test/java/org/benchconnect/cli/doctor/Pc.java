package org.benchconnect.cli.doctor;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.benchconnect.crypto.testing.TestAuthority;

/** A PC with an installation, a home folder and settings that are right, until told otherwise. */
public final class Pc {
    /** None runs. */
    public static final RunningAgent NO_AGENT = home -> {
        throw new IOException("no agent runs here");
    };

    private static final Duration MOST_PATIENCE = Duration.ofSeconds(8);

    private final Path home;
    private final Path installation;
    private final JsonObject settings = new JsonObject();

    /** In a folder. */
    public Pc(Path folder) {
        try {
            home = Files.createDirectories(folder.resolve("home"));
            installation = Files.createDirectories(folder.resolve("installation"));
            Files.createDirectories(installation.resolve("profiles"));
            Files.createDirectories(home.resolve("config"));
            Files.setPosixFilePermissions(installation, PosixFilePermissions.fromString("r-xr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        profile("\"broker.lab.example\", \"nobody.invalid\"");
    }

    /** What the vendor profile permits. */
    public Pc profile(String hosts) {
        write(
                installation.resolve("profiles").resolve("self-hosted.json"),
                "{\"name\": \"self-hosted\", \"dialect\": \"self-hosted\", \"regions\": {\"site\": {\"hosts\": ["
                        + hosts + "]}}, \"trust-roots\": []}");
        return this;
    }

    /** Whose certificates count. */
    public Pc trusts(TestAuthority authority) {
        authority.writePem(home.resolve("roots.pem"));
        return with("tls", "trust-anchors", "roots.pem");
    }

    /** Where the service side is. */
    public Pc broker(String hostAndPath) {
        return with("link", "address", "wss://" + hostAndPath);
    }

    /** With which name and password it signs in there. */
    public Pc signsIn(String user, String passwordFile) {
        return with("link", "user", user).with("link", "password-file", passwordFile);
    }

    /** Through which proxy, without a password. */
    public Pc proxy(String address) {
        return with("link", "proxy", address);
    }

    /** With which name and password it signs in at the proxy. */
    public Pc signsInAtProxy(String user, String passwordFile) {
        return with("link", "proxy-user", user).with("link", "proxy-password-file", passwordFile);
    }

    /** A setting. */
    public Pc with(String section, String key, String value) {
        if (!settings.has(section)) {
            settings.add(section, new JsonObject());
        }
        settings.getAsJsonObject(section).addProperty(key, value);
        write(home.resolve("config").resolve("agent.json"), "// by hand\n" + settings);
        return this;
    }

    /** A file in the home folder that only its owner may read. */
    public Path secret(String name, String content) {
        Path file = write(home.resolve(name), content);
        try {
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Place place() {
        return new Place(home, installation);
    }

    /** What the doctor says, with the most patience that it can have: who answers is heard however slow this machine is. */
    public Diagnosis examined(Clock clock) {
        return examined(clock, MOST_PATIENCE);
    }

    private Diagnosis examined(Clock clock, Duration patience) {
        return new Doctor(place(), new Limits(patience), clock, NO_AGENT).examine();
    }

    /** With patience for one second a probe, where nobody answers. */
    Diagnosis examinedSoon() {
        return examined(Clock.systemUTC(), Duration.ofSeconds(1));
    }

    /** With this machine's clock. */
    public Diagnosis examined() {
        return examined(Clock.systemUTC());
    }
}
