package org.benchconnect.crypto.device;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.benchconnect.crypto.secret.Secret;

/** {@code protect|unprotect|round HEX PIN-FILE LABEL [LIBRARY]} with {@link Pkcs11Protector}, in a process of its own: prints the answer in one line. */
final class Pkcs11Command {
    private Pkcs11Command() {}

    public static void main(String[] arguments) {
        Path library = arguments.length > 4 ? Path.of(arguments[4]) : SoftHsm.LIBRARY;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            out.println(
                    "answer " + answer(new Pkcs11Protector(library, arguments[3], Path.of(arguments[2])), arguments));
        } catch (ProtectorException e) {
            out.println("answer " + e.getClass().getSimpleName());
        }
    }

    private static String answer(Pkcs11Protector protector, String[] arguments) throws ProtectorException {
        byte[] bytes = HexFormat.of().parseHex(arguments[1]);
        byte[] answer =
                switch (arguments[0]) {
                    case "protect" -> protector.protect(Secret.copyOf(bytes));
                    case "unprotect" -> protector.unprotect(bytes).exposeBytes();
                    case "round" ->
                        protector
                                .unprotect(protector.protect(Secret.copyOf(bytes)))
                                .exposeBytes();
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        return HexFormat.of().formatHex(answer);
    }
}
