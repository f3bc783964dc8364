package org.benchconnect.cli.account;

import java.io.Console;
import java.io.IOException;

/** The terminal of this process; every question is refused where there is none. */
public final class AtTheTerminal implements Person {
    /** Of this process. */
    public AtTheTerminal() {}

    @Override
    public String line(String prompt) throws IOException {
        String typed = console().readLine("%s ", prompt);
        if (typed == null) {
            throw new IOException("nothing was answered");
        }
        return typed;
    }

    @Override
    public char[] secret(String prompt) throws IOException {
        char[] typed = console().readPassword("%s ", prompt);
        if (typed == null) {
            throw new IOException("nothing was answered");
        }
        return typed;
    }

    private static Console console() throws IOException {
        Console console = System.console();
        if (console == null) {
            throw new IOException(
                    "there is no terminal to ask a person at. Use the page; or say --pin-stdin, and whatever"
                            + " would be asked is read from standard input, a line each");
        }
        return console;
    }
}
