package org.benchconnect.cli.account;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.crypto.secret.OneTimeCode;
import org.benchconnect.launcher.storage.DurableFiles;

/**
 * {@code benchconnect account first}: an administrator of the operating system makes a one-time code for the first administrator of the laboratory. Its SHA-256
 * stays in the installation folder, where the agent cannot write; the code is printed, once. Needs no agent. A new one takes the place of an unused one.
 */
public final class FirstCode {
    /** In the installation folder. */
    public static final String FILE = "first-administrator";

    private FirstCode() {}

    /** The exit code. */
    public static int run(Optional<Path> installation, PrintStream out, PrintStream err) {
        if (installation.isEmpty()) {
            err.println("benchconnect: this command does not know its installation; start it by `benchconnect`");
            return 1;
        }
        String code = OneTimeCode.fresh();
        try {
            DurableFiles.readableByAll()
                    .write(installation.get().resolve(FILE), OneTimeCode.digest(code.toCharArray()) + "\n");
        } catch (AccessDeniedException e) {
            err.println("benchconnect: only an administrator of this PC may do this (sudo benchconnect account first)");
            return 1;
        } catch (IOException e) {
            err.println("benchconnect: the code could not be kept in the installation folder: " + e.getMessage());
            return 1;
        }
        out.println("One-time code for the first administrator of the laboratory:");
        out.println();
        out.println("  " + code);
        out.println();
        out.println(
                "Whoever is to be it types it on the page or into `benchconnect account begin`, with a name and a PIN.");
        out.println("It works once, and only while nobody is administrator.");
        return 0;
    }
}
