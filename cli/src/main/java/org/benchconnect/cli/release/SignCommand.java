package org.benchconnect.cli.release;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.SigningException;
import org.benchconnect.crypto.signature.SigningKeyPair;
import org.benchconnect.link.command.Command;
import org.benchconnect.link.command.CommandSigner;
import org.benchconnect.link.command.Order;

/**
 * {@code release sign-command}: signs what the service side asks of one agent, as it is sent. The key is one of its own, made like the others by {@code release init key}
 * (Ed25519); the agents know it by {@code command-key} of the vendor profile, which {@code --json} prints. It can raise nothing.
 */
final class SignCommand {
    static final String FORM =
            " LOOK|SEEN|WITHDRAW --key NAME.key --agent ID [--notice NUMBER] [--feature FEATURE] [--minutes 5]";
    static final Set<String> OPTIONS = Set.of("--key", "--agent", "--notice", "--feature", "--minutes");

    /** In minutes. */
    private static final int USUAL = 5;

    private SignCommand() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        Order order = order(arguments, situation.now());
        Path file = arguments.path(arguments.required("--key"));
        SigningKeyPair key = Keys.signing(file, situation.terminal());
        if (key.scheme() != Scheme.ED25519) {
            throw new ReleaseRefusal(
                    file + " is a key for " + key.scheme().tufName() + "; commands are signed with ed25519");
        }
        String command = new String(sign(order, key), StandardCharsets.UTF_8);
        Report report = situation.report();
        report.line(command);
        report.fact("command", JsonParser.parseString(command));
        report.fact("command-key", CommandSigner.profileLine(key.publicKey()));
    }

    private static Order order(Arguments arguments, Instant now) throws ReleaseUsage {
        Command command = command(arguments);
        String agent = arguments.required("--agent");
        int minutes = arguments.number("--minutes", USUAL);
        if (minutes > Order.LONGEST_LIFE.toMinutes()) {
            throw arguments.usage("a command counts for " + Order.LONGEST_LIFE.toMinutes() + " minutes at most");
        }
        Instant begin = now.truncatedTo(ChronoUnit.SECONDS);
        try {
            UUID id = UUID.fromString(agent);
            if (!id.toString().equals(agent)) {
                throw arguments.usage("--agent is the id of an agent, 36 characters in lower case");
            }
            return new Order(id, command, UUID.randomUUID().toString(), begin, begin.plus(Duration.ofMinutes(minutes)));
        } catch (IllegalArgumentException no) {
            throw arguments.usage("--agent is the id of an agent, 36 characters in lower case");
        }
    }

    private static Command command(Arguments arguments) throws ReleaseUsage {
        String name = arguments.words(1).get(0);
        Optional<String> notice = arguments.option("--notice");
        Optional<String> feature = arguments.option("--feature");
        if (notice.isPresent() != name.equals("SEEN") || feature.isPresent() != name.equals("WITHDRAW")) {
            throw arguments.usage("SEEN takes --notice, WITHDRAW takes --feature, and nothing else takes either");
        }
        try {
            return switch (name) {
                case "LOOK" -> new Command.Look();
                case "SEEN" -> new Command.Seen(Long.parseLong(notice.orElseThrow()));
                case "WITHDRAW" -> new Command.Withdraw(feature.orElseThrow());
                default -> throw arguments.usage("there is no command '" + name + "'");
            };
        } catch (IllegalArgumentException no) {
            throw arguments.usage(
                    name.equals("SEEN") ? "--notice is the number of a notice" : "--feature is the name of a feature");
        }
    }

    private static byte[] sign(Order order, SigningKeyPair key) throws ReleaseRefusal {
        try {
            return new CommandSigner(message -> signature(key, message)).sign(order);
        } catch (GeneralSecurityException failed) {
            throw new ReleaseRefusal("the key did not sign", failed);
        }
    }

    private static byte[] signature(SigningKeyPair key, byte[] message) throws GeneralSecurityException {
        try {
            return key.sign(message);
        } catch (SigningException failed) {
            throw new GeneralSecurityException(failed);
        }
    }
}
