package org.benchconnect.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.Installation;
import org.benchconnect.launcher.StartRefusedException;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.DurableFiles;
import org.osgi.framework.BundleException;

/**
 * {@code SwapAgent INSTALLATION HOME}: the agent, which switches to the generation whose number a line of its standard input says: the way back,
 * the pointer, both durable, and {@link Modules#switchToCurrent}, as an upgrade does. What a person's answer and the health afterwards add is not in it.
 */
public final class SwapAgent {
    private SwapAgent() {}

    /** Ends with its input. */
    public static void main(String[] arguments)
            throws BundleException, IOException, StartRefusedException, ListRefusedException, ModulesRefusedException {
        PrintStream out = System.out; // what went wrong is shown by the bench
        Path home = Path.of(arguments[1]);
        Path pointer = home.resolve("generations/current");
        Path before = home.resolve("generations/current.before");
        DurableFiles files = DurableFiles.onDisk();
        try (Agent agent = Agent.prepare(new Installation(Path.of(arguments[0])), home);
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            agent.start();
            Modules modules = agent.context().getService(agent.context().getServiceReference(Modules.class));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                files.write(before, Files.readString(pointer));
                files.write(pointer, line + "\n");
                modules.switchToCurrent();
                files.delete(before);
                out.println("runs generation " + line);
            }
        }
    }
}
