package org.benchconnect.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.cli.account.AccountCommand;
import org.benchconnect.cli.account.AtTheTerminal;
import org.benchconnect.cli.account.FirstCode;
import org.benchconnect.cli.account.OnStandardInput;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.audit.Audit;
import org.benchconnect.cli.consent.ConsentCommand;
import org.benchconnect.cli.diagnostics.DiagnosticsBundle;
import org.benchconnect.cli.doctor.DoctorCommand;
import org.benchconnect.cli.feature.FeatureCommand;
import org.benchconnect.cli.identity.Identity;
import org.benchconnect.cli.network.FirewallCommand;
import org.benchconnect.cli.offline.OfflineWindowCommand;
import org.benchconnect.cli.preflight.PreflightCommand;
import org.benchconnect.cli.release.Release;
import org.benchconnect.cli.scan.Scan;
import org.benchconnect.cli.session.SessionCommand;
import org.benchconnect.cli.upgrade.UpgradeCommand;
import org.benchconnect.cli.upgrade.UpgradeOptions;

/**
 * The commands that talk to a running agent, and those that need none. Exit codes: 0 done, 1 refused or failed with a reason
 * on standard error, 2 usage.
 */
public final class BenchConnect {
    private static final Set<String> PEOPLE = Set.of("account", "consent", "upgrade", "feature", "session");

    private BenchConnect() {}

    /** See the class. The default home folder is the system property {@code org.benchconnect.default-home}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "scan" -> Scan.run(rest, out, err);
            case "release" -> Release.run(rest, out, err);
            case "identity" -> Identity.run(rest, out, err);
            case "firewall" -> FirewallCommand.run(rest, out, err);
            case "offline-window" -> OfflineWindowCommand.run(rest, out, err);
            case "doctor" ->
                DoctorCommand.run(
                        rest,
                        BenchConnect::status,
                        new DiagnosticsBundle(BenchConnect::status, Clock.systemUTC()),
                        out,
                        err);
            case "preflight" -> PreflightCommand.run(rest, out, err);
            case "audit" -> Audit.run(rest, out, err);
            case "account" ->
                rest.equals(List.of("first"))
                        ? FirstCode.run(
                                Optional.ofNullable(System.getProperty("org.benchconnect.installation"))
                                        .map(Path::of),
                                out,
                                err)
                        : ask("account", rest, out, err);
            default -> ask(arguments.get(0), rest, out, err);
        };
    }

    /** Of a running agent, for the doctor and its bundle. */
    private static JsonObject status(Path home) throws IOException {
        try {
            return AgentApi.of(home, "en").get("/api/v1/status");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** What needs a running agent. */
    private static int ask(String command, List<String> rest, PrintStream out, PrintStream err) {
        try {
            boolean asksPeople = PEOPLE.contains(command);
            UpgradeOptions upgrade = UpgradeOptions.of(command.equals("upgrade") ? rest : List.of());
            PersonOptions people =
                    PersonOptions.of(command.equals("upgrade") ? upgrade.rest() : asksPeople ? rest : List.of());
            Options options = Options.parse(
                    asksPeople ? people.rest() : rest,
                    Path.of(System.getProperty("org.benchconnect.default-home", ".")));
            if (command.equals("upgrade")) {
                UpgradeCommand.understand(options.words());
            }
            AgentApi api = AgentApi.of(options.home(), options.language());
            if (asksPeople) {
                Talk talk = new Talk(
                        api,
                        people.pinStdin() ? new OnStandardInput(System.in, err) : new AtTheTerminal(),
                        people,
                        options.json(),
                        options.language(),
                        out,
                        err);
                return command.equals("upgrade")
                        ? UpgradeCommand.run(
                                talk, upgrade, () -> AgentApi.of(options.home(), options.language()), options.words())
                        : talk(command, talk, options.words());
            }
            switch (command) {
                case "status" -> new StatusCommand(api, options, out).run();
                case "notices" -> new NoticesCommand(api, options, out).run();
                case "page" -> new PageCommand(api, options, out).run();
                default -> throw new UsageException("no command '" + command + "'");
            }
            return 0;
        } catch (UsageException | PersonUsageException e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        } catch (UncheckedIOException e) {
            err.println("benchconnect: the agent ended");
            return 1;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            err.println("benchconnect: the agent's answer cannot be read; is it of another version?");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** What may ask somebody. */
    private static int talk(String command, Talk talk, List<String> words)
            throws IOException, InterruptedException, PersonUsageException {
        return switch (command) {
            case "account" -> AccountCommand.run(talk, words);
            case "consent" -> ConsentCommand.run(talk, words);
            case "session" -> SessionCommand.run(talk, words);
            default -> FeatureCommand.run(talk, words);
        };
    }
}
