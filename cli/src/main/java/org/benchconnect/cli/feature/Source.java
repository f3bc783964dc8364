package org.benchconnect.cli.feature;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.benchconnect.cli.account.PersonUsageException;

/** Where a feature comes from, in the form in which the agent, which has another working folder, can find it. */
public final class Source {
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+://.*", Pattern.CASE_INSENSITIVE);

    private Source() {}

    /**
     * An address as it is; a path from the root on, whether anything is there or not: the agent may see what the person who
     * types does not.
     *
     * @throws PersonUsageException for an address that is not {@code https:}, and for what can be no path
     */
    public static String of(String typed) throws PersonUsageException {
        try {
            return of(typed, Path.of(""));
        } catch (FeatureUsageException e) {
            throw new PersonUsageException(String.valueOf(e.getMessage()));
        }
    }

    static String of(String typed, Path workingFolder) throws FeatureUsageException {
        if (ADDRESS.matcher(typed).matches()) {
            if (!typed.toLowerCase(Locale.ROOT).startsWith("https://")) {
                throw new FeatureUsageException(
                        "SOURCE is a folder, a zip file, or an address that begins with https://");
            }
            return typed;
        }
        try {
            if (typed.isBlank()) {
                throw new FeatureUsageException("SOURCE is empty");
            }
            return workingFolder.resolve(typed).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            throw new FeatureUsageException("SOURCE is no path on this PC");
        }
    }
}
