package org.benchconnect.core.link;

import java.io.IOException;
import java.time.Duration;

/** A program of the tests: looks names up with the file of hosts that its runtime was given, where everything is on the list. */
final class LookedUp {
    private LookedUp() {}

    /** Prints an address, or how it was refused, for each word. */
    @SuppressWarnings("SystemOut")
    public static void main(String... names) {
        Egress everything = new Egress() {
            @Override
            public void requireService(String host, int port) {}

            @Override
            public void requireLaboratory(String host, int port) {}
        };
        for (String name : names) {
            try {
                System.out.println(everything
                        .requireLaboratoryAddress(name, 6001, Duration.ofSeconds(60))
                        .getAddress()
                        .getHostAddress());
            } catch (IOException e) {
                System.out.println(e.getClass().getSimpleName());
            }
        }
    }
}
