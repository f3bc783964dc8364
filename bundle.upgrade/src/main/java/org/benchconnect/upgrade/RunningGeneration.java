package org.benchconnect.upgrade;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.benchconnect.core.status.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The generation that the launcher verified and started.
 *
 * @param number from 1
 * @param digest the SHA-256 of its list, 64 hexadecimal digits
 * @param modules how many modules its list has
 */
record RunningGeneration(int number, String digest, int modules) {
    /** From the framework's properties; empty if a program other than our launcher started the framework. */
    static Optional<RunningGeneration> told(UnaryOperator<@Nullable String> property) {
        String number = property.apply(Platform.GENERATION);
        String digest = property.apply(Platform.GENERATION_DIGEST);
        String modules = property.apply(Platform.GENERATION_MODULES);
        if (number == null || !number.matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        if (digest == null || !digest.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        if (modules == null || !modules.matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        return Optional.of(new RunningGeneration(Integer.parseInt(number), digest, Integer.parseInt(modules)));
    }
}
