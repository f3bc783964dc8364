package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.jspecify.annotations.Nullable;

/** Opens what a person names as a source: an {@code https:} address, a folder, or a zip file. */
public final class ReleaseSources {
    private static final String EXPECTED = "an https: address or the absolute path of a folder or zip file on this PC";
    /** Two letters or more: one is a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    /** Windows takes either slash for the other. */
    private static final Pattern SHARE = Pattern.compile("[/\\\\]{2}");

    private ReleaseSources() {}

    /** The same where no web server may be asked: an {@code https:} address is refused. */
    public static ReleaseSource open(String source, Caps caps, TlsClient tls) throws IOException {
        return open(source, caps, tls, null);
    }

    /**
     * Opens it. The caller closes it, and uses it on one thread at a time. A web server is not asked yet.
     *
     * @param source the text as given
     * @param caps how much and how long
     * @param tls for a web server
     * @param egress where this agent may connect to, asked before each question; null while nobody knows: then no web server is asked
     * @throws SourceRefusedException if it is no source, or a web server that is not permitted
     * @throws IOException if it is not there or cannot be read
     */
    public static ReleaseSource open(String source, Caps caps, TlsClient tls, @Nullable Egress egress)
            throws IOException {
        return open(source, caps, tls, egress, System::nanoTime);
    }

    /** The same, and what time a web server says it is comes to be known. */
    public static ReleaseSource open(String source, Caps caps, TlsClient tls, @Nullable Egress egress, DatesSeen dates)
            throws IOException {
        return open(source, caps, tls, egress, dates, System::nanoTime);
    }

    static ReleaseSource open(String source, Caps caps, TlsClient tls, @Nullable Egress egress, LongSupplier nanos)
            throws IOException {
        return open(source, caps, tls, egress, new DatesSeen(Clock.systemUTC(), nanos), nanos);
    }

    private static ReleaseSource open(
            String source, Caps caps, TlsClient tls, @Nullable Egress egress, DatesSeen dates, LongSupplier nanos)
            throws IOException {
        Meter meter = new Meter(caps, nanos);
        if (source.toLowerCase(Locale.ROOT).startsWith("https:")) {
            return HttpsSource.at(address(source), meter, tls, egress, dates);
        }
        if (SCHEME.matcher(source).matches() || SHARE.matcher(source).lookingAt()) {
            // also no \\server\share: Windows would tell that server who this account is
            throw new SourceAddressException(EXPECTED, source);
        }
        Path path = path(source);
        if (Files.isDirectory(path)) {
            return NamedFolder.open(path, meter);
        }
        if (Files.isRegularFile(path)) {
            return ZipSource.open(path, meter);
        }
        if (Files.exists(path)) {
            throw new SourceAddressException(EXPECTED, source); // a device or a pipe
        }
        throw new NoSuchFileException(Printable.of(source), null, "there is no such folder or zip file on this PC");
    }

    private static Path path(String source) throws SourceAddressException {
        try {
            Path path = Path.of(source);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new SourceAddressException(EXPECTED, source);
    }

    static URI address(String source) throws SourceAddressException {
        try {
            URI uri = new URI(source).parseServerAuthority();
            if ("https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.normalize().equals(uri)) {
                String text = uri.toASCIIString();
                return URI.create(text.endsWith("/") ? text : text + "/");
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new SourceAddressException("an https: address of host and path alone", source);
    }
}
