package org.benchconnect.desk.roster;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The desk's own file of everybody, {@code roster.json}: people may read it, only the desk's commands write it. Pure. */
final class RosterText {
    /** The greatest file, in bytes. */
    static final int MOST = 32 * 1024 * 1024;

    private static final String LAYOUT = "  ";

    private RosterText() {}

    static byte[] write(Roster roster) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent(LAYOUT);
            json.beginObject().name("v").value(1).name("supporters").beginArray();
            for (ListedSupporter one : roster.supporters()) {
                json.beginObject().name("certificate").value(one.certificate());
                json.name("name").value(one.name());
                json.name("trained").value(one.trained().toString());
                json.name("regions").beginArray();
                for (String region : one.regions()) {
                    json.value(region);
                }
                json.endArray().endObject();
            }
            json.endArray().name("agents").beginArray();
            for (RegisteredAgent one : roster.agents()) {
                json.beginObject().name("id").value(one.id());
                json.name("key").value(one.key()).endObject();
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a writer in memory has no reason to
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    static Roster read(byte[] utf8) throws RosterException {
        try (JsonReader json = new JsonReader(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString()))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            expect(json, "v");
            if (json.nextInt() != 1) {
                throw new RosterException("the roster is of another version");
            }
            expect(json, "supporters");
            List<ListedSupporter> supporters = new ArrayList<>();
            json.beginArray();
            while (json.hasNext()) {
                supporters.add(supporter(json));
            }
            json.endArray();
            expect(json, "agents");
            List<RegisteredAgent> agents = new ArrayList<>();
            json.beginArray();
            while (json.hasNext()) {
                Map<String, String> one = texts(json, "id", "key");
                agents.add(new RegisteredAgent(one.getOrDefault("id", ""), one.getOrDefault("key", "")));
            }
            json.endArray();
            json.endObject();
            json.peek(); // nothing may come behind it
            return new Roster(supporters, agents);
        } catch (CharacterCodingException e) {
            throw new RosterException("the roster is not UTF-8", e);
        } catch (IOException | JsonParseException | IllegalStateException | DateTimeException e) {
            throw new RosterException("the roster has another form", e);
        } catch (IllegalArgumentException e) {
            throw new RosterException("the roster: " + e.getMessage(), e);
        }
    }

    private static ListedSupporter supporter(JsonReader json) throws IOException, RosterException {
        json.beginObject();
        expect(json, "certificate");
        String certificate = json.nextString();
        expect(json, "name");
        String name = json.nextString();
        expect(json, "trained");
        LocalDate trained = LocalDate.parse(json.nextString());
        expect(json, "regions");
        List<String> regions = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            regions.add(json.nextString());
        }
        json.endArray();
        json.endObject();
        return new ListedSupporter(certificate, name, trained, regions);
    }

    private static Map<String, String> texts(JsonReader json, String... names) throws IOException, RosterException {
        Map<String, String> found = new HashMap<>();
        json.beginObject();
        for (String name : names) {
            expect(json, name);
            found.put(name, json.nextString());
        }
        json.endObject();
        return found;
    }

    private static void expect(JsonReader json, String name) throws IOException, RosterException {
        if (!json.nextName().equals(name)) {
            throw new RosterException("the roster has another form: " + name + " is missing");
        }
    }
}
