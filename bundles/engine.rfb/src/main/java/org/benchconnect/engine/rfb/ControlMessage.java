package org.benchconnect.engine.rfb;

import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.jspecify.annotations.Nullable;

/** The messages of control, docs/session-protocol.md section 6: one flat JSON object, exactly the members that its type has. */
sealed interface ControlMessage {
    /** The invitation's password. */
    record Password(char[] characters) implements ControlMessage {
        private static final int LONGEST = 64;
    }

    /** The supporter asks for a permission. */
    record Ask(Privilege privilege, Optional<Direction> clipboard, Optional<FileToTransfer> file)
            implements ControlMessage {}

    /** The supporter leaves. */
    record Leave() implements ControlMessage {}

    /** Not one of them. Says nothing of what came. */
    final class MalformedControlException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedControlException() {
            super("no message of control");
        }
    }

    int LONGEST_NAME = 200; // characters; the feature that transfers files takes so many bytes
    int MOST_DIGITS = 13;

    /** Reads one. */
    static ControlMessage read(ByteBuffer utf8) throws MalformedControlException {
        Map<String, Object> members = members(utf8);
        Object type = members.remove("t");
        if ("leave".equals(type) && members.isEmpty()) {
            return new Leave();
        }
        if ("password".equals(type) && members.keySet().equals(Set.of("password"))) {
            String password = text(members, "password", Password.LONGEST);
            return new Password(password.toCharArray());
        }
        if ("ask".equals(type)) {
            return ask(members);
        }
        throw new MalformedControlException();
    }

    private static Ask ask(Map<String, Object> members) throws MalformedControlException {
        Privilege privilege = privilege(text(members, "privilege", 32));
        Set<String> wanted =
                switch (privilege) {
                    case VIEW_SCREEN, CONTROL_INPUT -> Set.of("privilege");
                    case SHARE_CLIPBOARD -> Set.of("privilege", "direction");
                    case TRANSFER_FILES -> Set.of("privilege", "direction", "name", "size");
                };
        if (!members.keySet().equals(wanted)) {
            throw new MalformedControlException();
        }
        return switch (privilege) {
            case VIEW_SCREEN, CONTROL_INPUT -> new Ask(privilege, Optional.empty(), Optional.empty());
            case SHARE_CLIPBOARD -> new Ask(privilege, Optional.of(direction(members)), Optional.empty());
            case TRANSFER_FILES -> new Ask(privilege, Optional.empty(), Optional.of(file(members)));
        };
    }

    private static Privilege privilege(String token) throws MalformedControlException {
        for (Privilege privilege : Privilege.values()) {
            if (privilege.token().equals(token)) {
                return privilege;
            }
        }
        throw new MalformedControlException();
    }

    private static Direction direction(Map<String, Object> members) throws MalformedControlException {
        return switch (text(members, "direction", 3)) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> throw new MalformedControlException();
        };
    }

    private static FileToTransfer file(Map<String, Object> members) throws MalformedControlException {
        if (!(members.get("size") instanceof BigDecimal size)) {
            throw new MalformedControlException();
        }
        try {
            return new FileToTransfer(direction(members), text(members, "name", LONGEST_NAME), size.longValueExact());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedControlException();
        }
    }

    private static String text(Map<String, Object> members, String name, int longest) throws MalformedControlException {
        if (members.get(name) instanceof String text && !text.isEmpty() && text.length() <= longest) {
            return text;
        }
        throw new MalformedControlException();
    }

    private static Map<String, Object> members(ByteBuffer utf8) throws MalformedControlException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
            JsonReader json = new JsonReader(new StringReader(text));
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(1);
            Map<String, Object> members = new LinkedHashMap<>();
            json.beginObject();
            while (json.hasNext()) {
                if (members.put(json.nextName(), value(json)) != null) {
                    throw new MalformedControlException(); // a name comes once
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedControlException();
            }
            return members;
        } catch (CharacterCodingException e) {
            throw new MalformedControlException();
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new MalformedControlException();
        }
    }

    private static Object value(JsonReader json) throws IOException, MalformedControlException {
        JsonToken token = json.peek();
        if (token == JsonToken.NUMBER) {
            String digits = json.nextString();
            if (digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
                return new BigDecimal(digits);
            }
        } else if (token == JsonToken.STRING) {
            return json.nextString();
        }
        throw new MalformedControlException();
    }

    /** A message without anything else in it. */
    static String plain(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("t", type);
        return json.toString();
    }

    /** A permission is given; {@code until} is the end of it at the latest. */
    static String given(Privilege privilege, @Nullable Direction clipboard, Instant until) {
        JsonObject json = about("given", privilege, clipboard);
        json.addProperty("until", until.toString());
        return json.toString();
    }

    /** A permission ended. */
    static String ended(Privilege privilege, @Nullable Direction clipboard) {
        return about("ended", privilege, clipboard).toString();
    }

    /** A permission was refused. */
    static String refused(Privilege privilege, @Nullable Direction clipboard) {
        return about("refused", privilege, clipboard).toString();
    }

    private static JsonObject about(String type, Privilege privilege, @Nullable Direction clipboard) {
        JsonObject json = new JsonObject();
        json.addProperty("t", type);
        json.addProperty("privilege", privilege.token());
        if (clipboard != null) {
            json.addProperty("direction", clipboard.name().toLowerCase(Locale.ROOT));
        }
        return json;
    }

    /** A person here is asked, or not any more. */
    static String frozen(boolean frozen) {
        return flag("frozen", frozen);
    }

    /** The supporter can ask to send a file, or not any more. */
    static String files(boolean files) {
        return flag("files", files);
    }

    /** What became of the file whose end came. */
    static String kept(boolean kept) {
        return flag("kept", kept);
    }

    private static String flag(String type, boolean is) {
        JsonObject json = new JsonObject();
        json.addProperty("t", type);
        json.addProperty(type, is);
        return json.toString();
    }
}
