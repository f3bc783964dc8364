package org.benchconnect.cli.release;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code release init|add|sign|sign-command|publish}: see {@code docs/release.md}. Needs no agent. Exit codes: 0 done, 1 refused or failed with a reason
 * on standard error, 2 usage.
 */
public final class Release {
    private static final Map<String, Entry> COMMANDS = commands();

    private final Instant now;
    private final Terminal terminal;

    private Release(Instant now, Terminal terminal) {
        this.now = now;
        this.terminal = terminal;
    }

    /** Runs one command; the clock of this machine says when metadata ends. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return run(arguments, out, err, Clock.systemUTC(), Terminal.ofThisProcess());
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err, Clock clock, Terminal terminal) {
        try {
            return new Release(clock.instant(), terminal).dispatch(arguments, out, err);
        } catch (ReleaseUsage wrong) {
            err.println("benchconnect: " + wrong.getMessage());
            return 2;
        } catch (ReleaseRefusal refused) {
            err.println("benchconnect: " + refused.getMessage());
            return 1;
        } catch (FileSystemException file) {
            err.println("benchconnect: " + Trouble.with(file));
            return 1;
        } catch (IOException failed) {
            err.println("benchconnect: " + failed.getMessage());
            return 1;
        }
    }

    private int dispatch(List<String> given, PrintStream out, PrintStream err)
            throws IOException, ReleaseUsage, ReleaseRefusal {
        for (Map.Entry<String, Entry> command : COMMANDS.entrySet()) {
            List<String> words = List.of(command.getKey().split(" "));
            if (given.size() >= words.size() && given.subList(0, words.size()).equals(words)) {
                Entry entry = command.getValue();
                Arguments arguments = Arguments.parse(
                        given.subList(words.size(), given.size()), entry.options(), command.getKey() + entry.form());
                Report report = new Report();
                entry.command().run(arguments, new Situation(now, terminal, err, report));
                report.print(out, arguments.json());
                return 0;
            }
        }
        StringBuilder usage = new StringBuilder("release has these commands; each takes --json too");
        COMMANDS.forEach((words, entry) ->
                usage.append("\n  benchconnect release ").append(words).append(entry.form()));
        throw new ReleaseUsage(usage.toString());
    }

    private static Map<String, Entry> commands() {
        Map<String, Entry> commands = new LinkedHashMap<>();
        commands.put("init key", new Entry(InitKey.FORM, InitKey.OPTIONS, InitKey::run));
        commands.put("init repository", new Entry(InitRepository.FORM, InitRepository.OPTIONS, InitRepository::run));
        commands.put("add feature", new Entry(AddFeature.FORM, AddFeature.OPTIONS, AddFeature::run));
        commands.put("add vendor", new Entry(AddVendor.FORM, AddVendor.OPTIONS, AddVendor::run));
        commands.put("add keys", new Entry(AddKeys.FORM, AddKeys.OPTIONS, AddKeys::run));
        commands.put("add renewal", new Entry(AddRenewal.FORM, Set.of(), AddRenewal::run));
        commands.put("add withdrawal", new Entry(AddWithdrawal.FORM, AddWithdrawal.OPTIONS, AddWithdrawal::run));
        commands.put("add signatures", new Entry(AddSignatures.FORM, Set.of(), AddSignatures::run));
        commands.put("sign", new Entry(Sign.FORM, Sign.OPTIONS, Sign::run));
        commands.put("sign-command", new Entry(SignCommand.FORM, SignCommand.OPTIONS, SignCommand::run));
        commands.put("publish", new Entry(Publish.FORM, Publish.OPTIONS, Publish::run));
        return commands;
    }

    /** One command: how it is written and what does it. */
    private record Entry(String form, Set<String> options, Command command) {}

    /** What a command does. */
    private interface Command {
        void run(Arguments arguments, Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal;
    }

    /**
     * Where a command runs.
     *
     * @param now read once
     * @param err for what a person must read before answering
     * @param report what is printed at the end
     */
    record Situation(Instant now, Terminal terminal, PrintStream err, Report report) {}
}
