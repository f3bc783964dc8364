package org.benchconnect.cli.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers by a line each from standard input, in the order in which they are asked for: only where somebody said {@code --pin-stdin}. One thread. */
public final class OnStandardInput implements Person {
    private static final int LONGEST = 400; // bytes of a line

    private final InputStream in;
    private final PrintStream prompts;

    /** Says on the second what it reads from the first. */
    public OnStandardInput(InputStream in, PrintStream prompts) {
        this.in = in;
        this.prompts = prompts;
    }

    @Override
    public String line(String prompt) throws IOException {
        return new String(secret(prompt));
    }

    @Override
    public char[] secret(String prompt) throws IOException {
        prompts.println(prompt);
        byte[] line = new byte[LONGEST];
        int length = 0;
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0 && length == 0) {
                    throw new IOException("standard input ended before everything was answered");
                }
                if (next < 0) {
                    break;
                }
                if (length == LONGEST) {
                    throw new IOException("a line of standard input is longer than any answer");
                }
                line[length++] = (byte) next;
            }
            int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line, 0, end));
            char[] typed = new char[decoded.remaining()];
            decoded.get(typed);
            Arrays.fill(decoded.array(), '\0');
            return typed;
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }
}
