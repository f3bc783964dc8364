package org.benchconnect.cli.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.benchconnect.desk.roster.RosterException;
import org.benchconnect.desk.roster.RosterFolder;

/** {@code benchconnect desk ...}. Exit codes: 0 done, 1 refused or failed with a reason on standard error, 2 usage. */
public final class Desk {
    private static final String RUN = "run DIR";
    private static final String SIGN = "sign DIR";
    private static final List<String> FORMS = List.of(
            InitDesk.FORM,
            RUN,
            SupporterCommand.ADD,
            SupporterCommand.REMOVE,
            SupporterCommand.LIST,
            AgentCommand.ADD,
            AgentCommand.REMOVE,
            AgentCommand.LIST,
            SIGN);

    private Desk() {}

    /** See the class. The runtime's bundles are in the folder that the system property {@code org.benchconnect.desk.bundles} names. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), InstantSource.system(), out, err));
    }

    static int run(List<String> arguments, InstantSource clock, PrintStream out, PrintStream err) {
        try {
            perform(arguments, clock, out);
            return 0;
        } catch (DeskUsage e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        } catch (NoSuchFileException e) {
            err.println("benchconnect: there is no " + e.getFile() + "; is it a desk's folder?");
            return 1;
        } catch (DeskRefusal | RosterException | IOException | InvalidPathException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        }
    }

    private static void perform(List<String> arguments, InstantSource clock, PrintStream out)
            throws DeskUsage, DeskRefusal, RosterException, IOException {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        boolean two = first.equals("supporter") || first.equals("agent");
        String command = two && arguments.size() > 1 ? first + " " + arguments.get(1) : first;
        List<String> rest = arguments.subList(Math.min(arguments.size(), two ? 2 : 1), arguments.size());
        switch (command) {
            case "init" ->
                InitDesk.run(DeskWords.parse(rest, InitDesk.FORM, InitDesk.OPTIONS, 1), clock.instant(), out);
            case "run" -> run(DeskWords.parse(rest, RUN, Set.of(), 1).folder(), out);
            case "supporter add" ->
                SupporterCommand.add(
                        DeskWords.parse(rest, SupporterCommand.ADD, SupporterCommand.OPTIONS, 2), clock.instant(), out);
            case "supporter remove" ->
                SupporterCommand.remove(
                        DeskWords.parse(rest, SupporterCommand.REMOVE, Set.of(), 2), clock.instant(), out);
            case "supporter list" ->
                SupporterCommand.list(DeskWords.parse(rest, SupporterCommand.LIST, Set.of(), 1), clock.instant(), out);
            case "agent add" ->
                AgentCommand.add(DeskWords.parse(rest, AgentCommand.ADD, Set.of(), 3), clock.instant(), out);
            case "agent remove" ->
                AgentCommand.remove(DeskWords.parse(rest, AgentCommand.REMOVE, Set.of(), 2), clock.instant(), out);
            case "agent list" -> AgentCommand.list(DeskWords.parse(rest, AgentCommand.LIST, Set.of(), 1), out);
            case "sign" -> {
                DeskWords words = DeskWords.parse(rest, SIGN, Set.of(), 1);
                new RosterFolder(words.folder()).sign(clock.instant());
                out.println("Both lists are signed.");
            }
            default ->
                throw new DeskUsage("there are:\n  benchconnect desk " + String.join("\n  benchconnect desk ", FORMS));
        }
    }

    private static void run(Path desk, PrintStream out) throws IOException, DeskRefusal {
        String bundles = System.getProperty("org.benchconnect.desk.bundles", "");
        if (bundles.isEmpty()) {
            throw new DeskRefusal("start it by the command benchconnect: it says where the bundles are");
        }
        DeskRuntime.run(desk, Path.of(bundles), out);
    }
}
