package org.benchconnect.cli.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.crypto.device.DevicePublicKey;
import org.benchconnect.crypto.device.IdentityCard;
import org.benchconnect.crypto.device.SessionKeyFile;

/**
 * {@code benchconnect identity [show] [--json]} tells the fingerprint of the device's key and what protects it; {@code identity pin
 * [--replace] [--yes]}, by an administrator, copies the public key into the installation folder once its fingerprint was compared;
 * then the launcher accepts lists that this device signed. Works on files alone, with or without a running agent.
 *
 * <p>Exit codes: 0 done, 1 refused or failed with a reason on standard error, 2 usage.
 */
public final class Identity {
    private static final String USAGE =
            "benchconnect: identity has these commands\nusage: benchconnect identity [show] [--json] [--home DIR]"
                    + " | identity pin [--replace] [--yes] [--home DIR]";

    private Identity() {}

    /** The system properties {@code org.benchconnect.default-home} and {@code org.benchconnect.installation} say where. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return run(
                arguments,
                Path.of(System.getProperty("org.benchconnect.default-home", ".")),
                Optional.ofNullable(System.getProperty("org.benchconnect.installation"))
                        .map(Path::of),
                Person::atTheTerminal,
                out,
                err);
    }

    static int run(
            List<String> arguments,
            Path defaultHome,
            Optional<Path> installation,
            Person person,
            PrintStream out,
            PrintStream err) {
        List<String> words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        boolean replace = words.remove("--replace");
        boolean yes = words.remove("--yes");
        Path home = defaultHome;
        int option = words.indexOf("--home");
        if (option >= 0 && option + 1 < words.size()) {
            home = Path.of(words.get(option + 1));
            words.subList(option, option + 2).clear();
        }
        String verb = words.isEmpty() ? "show" : words.get(0);
        boolean known = verb.equals("show") && !replace && !yes || verb.equals("pin") && !json;
        if (words.size() > 1 || !known) {
            err.println(USAGE);
            return 2;
        }
        try {
            Path folder = installation.orElseThrow(
                    () -> new IOException("this command does not know its installation; start it by `benchconnect`"));
            Pin pin = new Pin(folder.resolve(DevicePublicKey.FILE));
            return verb.equals("pin")
                    ? pin(IdentityCard.read(home), pin, replace, yes ? question -> true : person, out, err)
                    : show(IdentityCard.read(home), SessionKeyFile.digest(home), pin, json, out);
        } catch (AccessDeniedException e) {
            err.println("benchconnect: you may not read or write " + e.getFile()
                    + "; an administrator may (sudo benchconnect identity ... --home DIR)");
            return 1;
        } catch (IOException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        }
    }

    private static int show(IdentityCard card, Optional<String> session, Pin pin, boolean json, PrintStream out)
            throws IOException {
        Optional<DevicePublicKey> pinned = pin.read();
        String state = pinned.isEmpty() ? "none" : pinned.get().equals(card.key()) ? "this" : "other";
        if (json) {
            out.println("{\"fingerprint\":\"" + card.key().fingerprint() + "\",\"protector\":\""
                    + card.protector().word() + "\",\"protection\":\""
                    + card.protector().protection().name() + "\",\"pinned\":\"" + state + "\""
                    + session.map(key -> ",\"sessionKey\":\"" + key + "\"").orElse("") + "}");
            return 0;
        }
        out.println("fingerprint  " + card.key().fingerprint());
        out.println("protected    "
                + switch (card.protector()) {
                    case TPM2 -> "by the TPM of this PC";
                    case PKCS11 -> "by a PKCS#11 token";
                    case DPAPI -> "by Windows data protection";
                    case PASSPHRASE -> "by a passphrase";
                    case FILE -> "NOT: the keys lie in a file, and whoever copies the home folder has them";
                });
        out.println("pinned       "
                + switch (state) {
                    case "none" -> "no; an administrator does it with `benchconnect identity pin`";
                    case "this" -> "yes";
                    default -> "ANOTHER DEVICE: " + pinned.get().fingerprint();
                });
        session.ifPresent(
                key -> out.println("session key  " + key + " (SHA-256; `benchconnect desk agent add` takes it)"));
        return 0;
    }

    private static int pin(IdentityCard card, Pin pin, boolean replace, Person person, PrintStream out, PrintStream err)
            throws IOException {
        out.println("this device   " + card.key().fingerprint());
        Optional<DevicePublicKey> pinned = replace && pin.isUnreadable() ? Optional.empty() : pin.read();
        if (pinned.isPresent() && pinned.get().equals(card.key())) {
            out.println("It is pinned already.");
            return 0;
        }
        if (pinned.isPresent()) {
            out.println("pinned now    " + pinned.get().fingerprint());
            if (!replace) {
                err.println(
                        "benchconnect: another device is pinned. If this PC's keys were made anew on purpose, say --replace;"
                                + " if not, somebody may have replaced the home folder");
                return 1;
            }
        }
        out.println("Compare the fingerprint with the one that the agent wrote into its log when it made the keys.");
        if (!person.agrees("Is it the same, and shall this device be pinned? Type yes:")) {
            err.println("benchconnect: nothing was pinned");
            return 1;
        }
        pin.write(card.key());
        out.println("Pinned.");
        return 0;
    }
}
