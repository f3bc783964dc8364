package org.benchconnect.link.command;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.benchconnect.link.command.RefusedCommandException.Rule;

/**
 * The JSON of a command: one flat object of strings (RFC 8259, and no laxer). A name twice, one too many, one missing, a value of another form is refused.
 *
 * @param order what it says, not verified
 * @param signature over {@link Order#canonical}, not verified
 */
record CommandText(Order order, byte[] signature) {
    /** In bytes. */
    static final int LONGEST = 16 * 1024;

    private static final int MOST_MEMBERS = 8;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static CommandText read(byte[] utf8) throws RefusedCommandException {
        if (utf8.length > LONGEST) {
            throw new RefusedCommandException(Rule.COMMAND_FORM);
        }
        try {
            Map<String, String> members = members(utf8);
            CommandText text = read(members);
            if (!members.isEmpty()) {
                throw new RefusedCommandException(Rule.COMMAND_FORM);
            }
            return text;
        } catch (IOException | IllegalStateException | IllegalArgumentException | DateTimeException e) {
            // Gson's messages have parts of the text.
            throw new RefusedCommandException(Rule.COMMAND_FORM);
        }
    }

    /** Takes what it reads out. */
    private static CommandText read(Map<String, String> members) throws RefusedCommandException {
        if (!take(members, "format").equals(Order.FORMAT)) {
            throw new RefusedCommandException(Rule.COMMAND_FORM);
        }
        String agent = matching(IDENTITY, take(members, "agent"));
        Order order = new Order(
                UUID.fromString(agent),
                command(members),
                take(members, "nonce"),
                Instant.parse(matching(TIME, take(members, "notBefore"))),
                Instant.parse(matching(TIME, take(members, "expires"))));
        String signature = take(members, "signature");
        byte[] bytes = Base64.getDecoder().decode(signature);
        if (!Base64.getEncoder().encodeToString(bytes).equals(signature)) {
            throw new RefusedCommandException(Rule.COMMAND_FORM);
        }
        return new CommandText(order, bytes);
    }

    private static Command command(Map<String, String> members) throws RefusedCommandException {
        return switch (take(members, "command")) {
            case Command.Look.NAME -> new Command.Look();
            case Command.Seen.NAME -> new Command.Seen(Long.parseLong(matching(NUMBER, take(members, "notice"))));
            case Command.Withdraw.NAME -> new Command.Withdraw(take(members, "feature"));
            default -> throw new RefusedCommandException(Rule.COMMAND_KNOWN);
        };
    }

    private static String take(Map<String, String> members, String name) throws RefusedCommandException {
        String value = members.remove(name);
        if (value == null) {
            throw new RefusedCommandException(Rule.COMMAND_FORM);
        }
        return value;
    }

    private static String matching(Pattern form, String value) throws RefusedCommandException {
        if (!form.matcher(value).matches()) {
            throw new RefusedCommandException(Rule.COMMAND_FORM);
        }
        return value;
    }

    private static Map<String, String> members(byte[] utf8) throws IOException, RefusedCommandException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString();
        JsonReader json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
        json.setNestingLimit(1);
        Map<String, String> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (json.peek() != JsonToken.STRING) {
                throw new RefusedCommandException(Rule.COMMAND_FORM);
            }
            String value = json.nextString();
            boolean twice = members.put(name, value) != null;
            if (twice || value.length() > LONGEST_VALUE || members.size() > MOST_MEMBERS) {
                throw new RefusedCommandException(Rule.COMMAND_FORM);
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new RefusedCommandException(Rule.COMMAND_FORM);
        }
        return members;
    }

    /** The JSON. */
    byte[] write() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("format").value(Order.FORMAT);
            json.name("agent").value(order.agent().toString());
            json.name("command").value(order.command().name());
            if (order.command() instanceof Command.Seen) {
                json.name("notice").value(order.command().subject());
            } else if (order.command() instanceof Command.Withdraw) {
                json.name("feature").value(order.command().subject());
            }
            json.name("nonce").value(order.nonce());
            json.name("notBefore").value(order.notBefore().toString());
            json.name("expires").value(order.expires().toString());
            json.name("signature").value(Base64.getEncoder().encodeToString(signature));
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
