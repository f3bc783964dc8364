package org.benchconnect.upgrade.repository;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.core.link.Passage;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.jspecify.annotations.Nullable;

/**
 * A repository on a web server, by the hardened TLS client and outgoing connections alone. Only the plain bytes of
 * a 200 answer count, or of a 206 answer to a request for the rest: no redirection is followed, compressed content is refused, nothing is cached, no cookie kept, no
 * password sent but to a proxy that asks for it. It comes the way that {@link Egress} says, through the same proxy as everything else. HTTP/1.1 with the JDK's client, whose heads of answers end at 384 KiB.
 */
final class HttpsSource implements ReleaseSource {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    /** RFC 9110, 15.5.8. */
    private static final int PROXY_WANTS_LOGIN = 407;

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    /** How servers say that there is no such file; storage services say 403 to those who may not list. */
    private static final Set<Integer> ABSENT = Set.of(403, 404, 410);

    /** RFC 9110, 4.2.2. */
    private static final int USUAL_PORT = 443;

    private final URI base;
    private final Meter meter;
    private final Egress egress;
    private final TlsClient tls;
    private final DatesSeen dates;
    /** Each of one passage; its connections are used again as long as the passage stays the same. */
    private @Nullable Via via;

    private record Via(Passage passage, HttpClient client) {}

    private HttpsSource(URI base, Meter meter, TlsClient tls, Egress egress, DatesSeen dates) {
        this.base = base;
        this.meter = meter;
        this.egress = egress;
        this.tls = tls;
        this.dates = dates;
    }

    /** Asked before each question: the rule, or the proxy, may have become another. */
    private HttpClient client() throws IOException {
        Passage now = passage();
        if (via == null || !via.passage.equals(now)) {
            HttpClient.Builder client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .sslContext(tls.context())
                    .sslParameters(tls.parameters());
            now.applyTo(client);
            via = new Via(now, client.build());
        }
        return via.client;
    }

    /**
     * Asks nothing yet but whether it may.
     *
     * @param base ends with a slash
     * @param egress null while nobody knows where this agent may connect to
     * @param dates is told what time the server says it is
     * @throws HostNotPermittedException if it may not
     */
    static HttpsSource at(URI base, Meter meter, TlsClient tls, @Nullable Egress egress, DatesSeen dates)
            throws HostNotPermittedException {
        if (egress == null) {
            throw new HostNotPermittedException(base.getHost(), port(base), null);
        }
        HttpsSource source = new HttpsSource(base, meter, tls, egress, dates);
        source.requirePermission();
        return source;
    }

    private static int port(URI base) {
        return base.getPort() < 0 ? USUAL_PORT : base.getPort();
    }

    private void requirePermission() throws HostNotPermittedException {
        try {
            egress.requireService(bareHost(), port(base));
        } catch (EgressRefusedException e) {
            throw new HostNotPermittedException(e.host(), e.port(), e);
        }
    }

    private Passage passage() throws IOException {
        try {
            return egress.requirePassage(bareHost(), port(base), meter.caps().answer());
        } catch (EgressRefusedException e) {
            throw new HostNotPermittedException(e.host(), e.port(), e);
        }
    }

    private String bareHost() {
        String host = base.getHost();
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public InputStream metadata(String fileName) throws IOException {
        String path = RepositoryPath.of(FolderSource.METADATA, fileName).toString();
        return get(path, URI.create(base + path.replace(" ", "%20")));
    }

    @Override
    public InputStream target(String path) throws IOException {
        String checked = RepositoryPath.of(FolderSource.TARGETS + "/" + path).toString();
        return get(checked, URI.create(base + encoded(checked)));
    }

    /**
     * The rest by a request for a range (RFC 9110, 14). Only a 206 answer with exactly that range, as the bytes are, is one; to anything else the whole file is asked
     * for. No validator is sent: whether both parts are of one file, its hash says in the end.
     */
    @Override
    public Rest target(String path, long from) throws IOException {
        String checked = RepositoryPath.of(FolderSource.TARGETS + "/" + path).toString();
        URI address = URI.create(base + encoded(checked));
        HttpResponse<BodyStream> response = send(checked, request(address, "Range", "bytes=" + from + "-"));
        BodyStream body = response.body();
        try {
            if (isRest(response, from)) {
                body.expect(checked, length(response));
                return new Rest(body, from);
            }
            if (response.statusCode() == OK) {
                check(checked, response);
                body.expect(checked, length(response));
                return new Rest(body, 0);
            }
        } catch (IOException e) {
            body.close();
            throw e;
        }
        body.close();
        return new Rest(get(checked, address), 0);
    }

    private static boolean isRest(HttpResponse<?> response, long from) {
        return response.statusCode() == PARTIAL
                && response.headers().firstValue("content-encoding").isEmpty()
                && response.headers()
                        .firstValue("content-range")
                        .filter(range -> range.matches("bytes " + from + "-[0-9]{1,18}/([0-9]{1,18}|\\*)"))
                        .isPresent();
    }

    /** Each byte as it is in the metadata: {@link URI#toASCIIString} would compose letters with their accents. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                HexFormat.of().withUpperCase().toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }

    private HttpRequest request(URI address, String... headers) throws IOException {
        meter.checkTime();
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(meter.caps().answer())
                .header("Accept-Encoding", "identity")
                .header("Cache-Control", "no-cache")
                .GET();
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private InputStream get(String path, URI address) throws IOException {
        HttpResponse<BodyStream> response = send(path, request(address));
        BodyStream body = response.body();
        try {
            check(path, response);
            body.expect(path, length(response));
            return body;
        } catch (IOException e) {
            body.close();
            throw e;
        }
    }

    private HttpResponse<BodyStream> send(String path, HttpRequest request) throws IOException {
        HttpClient client = client();
        DatesSeen.Question question = dates.ask();
        try {
            HttpResponse<BodyStream> response = client.send(request, head -> new BodyStream(meter));
            if (response.sslSession().isPresent()) { // else it is a proxy's own answer
                dates.answered(question, response.headers());
            }
            if (response.statusCode() == PROXY_WANTS_LOGIN) { // the JDK's client makes no body of a proxy's own answer
                throw new ServerAnswerException(
                        path, "a proxy that lets it through", "one that wants another password");
            }
            return response;
        } catch (HttpTimeoutException e) {
            throw new SlowSourceException(
                    "an answer within " + meter.caps().answer().toSeconds() + " s", "none");
        } catch (SSLException e) {
            throw new UntrustedServerException(base.getHost(), e);
        } catch (IOException e) {
            throw isBrokenOff(e) ? new BrokenOffException(base.getHost(), path, e) : e;
        } catch (IllegalArgumentException e) { // how JDK 17 meets a length of content that is no number
            throw new ServerAnswerException(path, "well-formed HTTP", "not");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the server");
        }
    }

    /** The JDK's client may meet the end of the connection before it gives anybody the beginning of the answer that came before it. */
    private static boolean isBrokenOff(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause.getClass() == SocketException.class) {
                return true;
            }
        }
        return false;
    }

    private static void check(String path, HttpResponse<?> response) throws IOException {
        int status = response.statusCode();
        if (ABSENT.contains(status)) {
            throw new NoSuchFileException(path);
        }
        if (status / 100 == 3) {
            throw new ServerAnswerException(
                    path,
                    "the file itself",
                    "a redirection to "
                            + response.headers().firstValue("location").orElse("nowhere"));
        }
        if (status != OK) {
            throw new ServerAnswerException(path, "status " + OK, "status " + status);
        }
        Optional<String> encoding = response.headers().firstValue("content-encoding");
        if (encoding.isPresent() && !encoding.get().equalsIgnoreCase("identity")) {
            throw new ServerAnswerException(path, "the bytes as they are", "encoded as " + encoding.get());
        }
    }

    /** What the server promises, within what is left to read; -1 if it does not say. */
    private long length(HttpResponse<?> response) throws IOException {
        long promised = response.headers().firstValueAsLong("content-length").orElse(-1);
        if (promised > meter.caps().totalBytes()) {
            throw new OversizedException("A server's answer", meter.caps().totalBytes(), promised);
        }
        return promised;
    }

    @Override
    public void close() {
        // the JDK's client ends its threads once nobody refers to it
    }
}
