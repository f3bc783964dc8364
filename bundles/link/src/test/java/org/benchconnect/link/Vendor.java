package org.benchconnect.link;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.benchconnect.link.Backoff.Spans;
import org.benchconnect.link.command.Command;
import org.benchconnect.link.command.CommandEffects;
import org.benchconnect.link.command.CommandKey;
import org.benchconnect.link.command.CommandSigner;
import org.benchconnect.link.command.CommandTaker;
import org.benchconnect.link.command.Order;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.SelfHosted;

/** The vendor of a test: has the command key, and makes supervisors that obey it and come back at once. */
final class Vendor {
    private static final Spans AT_ONCE = new Spans(Duration.ZERO, Duration.ZERO, Duration.ofMillis(1));

    private final KeyPair keys;
    private final CommandEffects effects = new CommandEffects();

    Vendor() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As the vendor profile has it. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** An installation with the profile of this vendor, as the settings choose it if they say nothing. */
    Path install(Path folder) throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(
                profiles.resolve("self-hosted.json"),
                "{\"name\":\"self-hosted\",\"dialect\":\"self-hosted\",\"regions\":{\"site\":{\"hosts\":[]}},\"command-key\":\""
                        + publicKey() + "\"}");
        return folder;
    }

    CommandEffects effects() {
        return effects;
    }

    Supervisor supervisor(FakeBroker broker, Clock wall, Clock steady) {
        return supervisor(
                agent -> new SelfHosted(URI.create("wss://localhost"), "lab-7", agent, null, null),
                broker,
                wall,
                steady);
    }

    Supervisor supervisor(Function<UUID, Dialect> dialects, FakeBroker broker, Clock wall, Clock steady) {
        CommandTaker commands = new CommandTaker(Optional.of(CommandKey.of(publicKey())), effects, wall, steady);
        return new Supervisor(dialects, commands, broker, new Backoff(AT_ONCE, new Random(1)), wall, steady);
    }

    /** A command that counts now and for five minutes. */
    byte[] sign(UUID agent, Command command, Instant now) {
        Instant begin = now.truncatedTo(ChronoUnit.SECONDS);
        Order order = new Order(agent, command, UUID.randomUUID().toString(), begin, begin.plus(Duration.ofMinutes(5)));
        try {
            return new CommandSigner(keys.getPrivate()).sign(order);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
