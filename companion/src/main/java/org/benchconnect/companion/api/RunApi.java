package org.benchconnect.companion.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where the agent listens now, and its token of now. Both are others after each start of the agent, so this is read at every connect.
 *
 * @param address {@code http://127.0.0.1:PORT} or {@code http://[::1]:PORT}: no other host gets the token
 */
record RunApi(URI address, Token token) {
    /** Bytes of the file. */
    private static final int LARGEST = 4096;

    private static final Pattern LOOPBACK = Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1\\]):[1-9][0-9]{0,4}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{16,512}");

    /** Reads {@code run/api} of this home folder. */
    static RunApi in(Path home) throws AgentException {
        return parse(read(home.resolve("run").resolve("api")));
    }

    private static byte[] read(Path file) throws AgentException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw new AgentException(Trouble.NOT_RUNNING, "no run/api");
        } catch (AccessDeniedException e) {
            throw new AgentException(Trouble.NOT_ALLOWED, "run/api may not be read");
        } catch (IOException e) {
            throw new AgentException(Trouble.NOT_RUNNING, "run/api cannot be read");
        }
    }

    /** Checks the bytes of the file. */
    static RunApi parse(byte[] bytes) throws AgentException {
        if (bytes.length > LARGEST) {
            throw damaged();
        }
        try {
            JsonElement api = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
            if (!(api instanceof JsonObject object)) {
                throw damaged();
            }
            String url = text(object, "url");
            String token = text(object, "token");
            if (!LOOPBACK.matcher(url).matches() || !TOKEN.matcher(token).matches()) {
                throw damaged();
            }
            return new RunApi(URI.create(url), new Token(token));
        } catch (JsonParseException e) {
            throw damaged();
        }
    }

    private static String text(JsonObject object, String name) throws AgentException {
        JsonElement value = object.get(name);
        if (value == null || !value.isJsonPrimitive()) {
            throw damaged();
        }
        return value.getAsString();
    }

    private static AgentException damaged() {
        return new AgentException(Trouble.NOT_UNDERSTOOD, "run/api is not as documented");
    }
}
