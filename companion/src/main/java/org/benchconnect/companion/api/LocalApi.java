package org.benchconnect.companion.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The few requests a companion makes, each with the address and token that {@code run/api} holds at that moment, never through a proxy, never following a redirect.
 * For any thread; each call may take {@link #PATIENCE}.
 */
public final class LocalApi {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The agent sends a sign of life each 15 s. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private static final int LARGEST_ANSWER = 65_536;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._~-]{4,256}");

    private final Path home;
    private final String language;

    /**
     * The API of the agent with this home folder.
     *
     * @param language of its texts: en, it or es
     */
    public LocalApi(Path home, String language) {
        this.home = home;
        this.language = language;
    }

    /**
     * Acknowledges a notice.
     *
     * @return whether nothing of this number is open any more: it is stored, or it had cleared meanwhile
     * @throws AgentException nobody could be asked
     */
    public boolean acknowledge(long id) throws AgentException {
        HttpURLConnection request =
                request(RunApi.in(home), "/api/v1/notices/" + id + "/acknowledge?lang=" + language, PATIENCE);
        try {
            int status = post(request);
            return status == 200 || status == 404;
        } finally {
            request.disconnect();
        }
    }

    /** The page's address with a code that signs in once, within two minutes. */
    public URI page() throws AgentException {
        RunApi api = RunApi.in(home);
        HttpURLConnection request = request(api, "/api/v1/sign-in-codes", PATIENCE);
        try {
            if (post(request) != 201) {
                throw new AgentException(Trouble.NOT_READY, "no code to sign in");
            }
            return URI.create(api.address() + "/#code=" + code(request));
        } catch (IOException e) {
            throw new AgentException(Trouble.NOT_RUNNING, "no answer");
        } finally {
            request.disconnect();
        }
    }

    /** Ends the remote support session, whatever it is doing; no PIN. */
    public void stopSession() throws AgentException {
        HttpURLConnection request = request(RunApi.in(home), "/api/v1/support?lang=" + language, PATIENCE);
        try {
            request.setRequestMethod("DELETE");
            int status = request.getResponseCode();
            if (status != 200 && status != 503) { // 503: no code for sessions runs any more
                expect(status, 200);
            }
        } catch (IOException e) {
            throw new AgentException(Trouble.NOT_RUNNING, "no answer");
        } finally {
            request.disconnect();
        }
    }

    /**
     * Says how this desktop session is.
     *
     * @param state a name of the API's
     */
    public void desktop(String state) throws AgentException {
        HttpURLConnection request = request(RunApi.in(home), "/api/v1/support/desktop", PATIENCE);
        try {
            byte[] body = ("{\"state\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8);
            request.setRequestMethod("POST");
            request.setRequestProperty("Content-Type", "application/json");
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = request.getOutputStream()) {
                out.write(body);
            }
            expect(request.getResponseCode(), 204);
        } catch (IOException e) {
            throw new AgentException(Trouble.NOT_RUNNING, "no answer");
        } finally {
            request.disconnect();
        }
    }

    /** The alert stream, open; reading it fails after {@link #SILENCE} without a sign of life. Whoever asked disconnects it. */
    HttpURLConnection alerts() throws AgentException {
        HttpURLConnection stream = request(RunApi.in(home), "/api/v1/alerts?lang=" + language, SILENCE);
        try {
            stream.setRequestProperty("Accept", "text/event-stream");
            expect(stream.getResponseCode(), 200);
            String type = stream.getContentType();
            if (type == null || !type.startsWith("text/event-stream")) {
                throw new AgentException(Trouble.NOT_UNDERSTOOD, "no event stream");
            }
            return stream;
        } catch (IOException e) {
            stream.disconnect();
            throw new AgentException(Trouble.NOT_RUNNING, "no answer");
        } catch (AgentException e) {
            stream.disconnect();
            throw e;
        }
    }

    private static HttpURLConnection request(RunApi api, String path, Duration longest) throws AgentException {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(api.address() + path).toURL().openConnection(Proxy.NO_PROXY);
            request.setInstanceFollowRedirects(false);
            request.setUseCaches(false);
            request.setConnectTimeout((int) PATIENCE.toMillis());
            request.setReadTimeout((int) longest.toMillis());
            request.setRequestProperty("Authorization", api.token().authorizationHeader());
            return request;
        } catch (IOException e) {
            throw new AgentException(Trouble.NOT_RUNNING, "no request");
        }
    }

    private static int post(HttpURLConnection request) throws AgentException {
        try {
            request.setRequestMethod("POST");
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(0);
            request.getOutputStream().close();
            int status = request.getResponseCode();
            if (status == 401) {
                expect(status, 200);
            }
            return status;
        } catch (IOException e) {
            throw new AgentException(Trouble.NOT_RUNNING, "no answer");
        }
    }

    private static void expect(int status, int good) throws AgentException {
        if (status != good) {
            // 401: the token of an agent that has ended meanwhile; the next connect reads the file again.
            throw new AgentException(
                    status == 401 || status == 503 ? Trouble.NOT_READY : Trouble.NOT_UNDERSTOOD, "answered " + status);
        }
    }

    private static String code(HttpURLConnection answer) throws IOException, AgentException {
        try (InputStream in = answer.getInputStream()) {
            JsonElement body =
                    JsonParser.parseString(new String(in.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8));
            if (body instanceof JsonObject object
                    && object.get("code") != null
                    && object.get("code").isJsonPrimitive()
                    && CODE.matcher(object.get("code").getAsString()).matches()) {
                return object.get("code").getAsString();
            }
        } catch (JsonParseException e) {
            // falls through: not understood
        }
        throw new AgentException(Trouble.NOT_UNDERSTOOD, "no code to sign in");
    }
}
