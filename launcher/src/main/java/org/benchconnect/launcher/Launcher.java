package org.benchconnect.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.ListRefusedException;
import org.osgi.framework.BundleException;

/**
 * {@code benchconnect run}: starts the agent of one home folder and stays until it is told to end.
 *
 * <p>Exit codes: 0 ended as asked, 1 refused with a reason on standard error, 2 usage.
 */
public final class Launcher {
    private Launcher() {}

    /** See the class. Reads the installation folder from the system property {@code org.benchconnect.installation}. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream err = System.err; // the one place that speaks before there is a log
        int code = run(List.of(arguments), err);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(List<String> arguments, PrintStream err) throws InterruptedException {
        if (arguments.size() != 2
                || !arguments.get(0).equals("--home")
                || arguments.get(1).isBlank()) {
            err.println("usage: benchconnect run [--home DIR]");
            return 2;
        }
        try {
            Installation installation = Installation.ofThisProcess();
            JvmOptions.read(installation).assertInForce();
            SecuritySettings.read(installation.securityProperties()).assertInForce();
            Agent agent = Agent.prepare(installation, Path.of(arguments.get(1)).toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(agent, err), "shutdown"));
            agent.start();
            agent.awaitEnd();
            return 0;
        } catch (StartRefusedException | ListRefusedException | IOException | BundleException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        } catch (InvalidPathException e) {
            err.println("benchconnect: the name of the home folder cannot be used here: " + e.getReason());
            return 2;
        }
    }

    private static void end(Agent agent, PrintStream err) {
        agent.close();
        err.println("BenchConnect ended"); // the log is closed by then
    }
}
