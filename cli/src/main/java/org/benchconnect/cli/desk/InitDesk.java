package org.benchconnect.cli.desk;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.crypto.authority.KeyAndChain;
import org.benchconnect.crypto.authority.SmallAuthority;
import org.benchconnect.desk.roster.DeskFiles;
import org.benchconnect.desk.roster.RosterException;
import org.benchconnect.desk.roster.RosterFolder;

/**
 * {@code desk init}: keys, a small authority for supporters and one for TLS, an empty list, the settings, and for agents what an administrator copies into their
 * installation folder. In a new or empty folder only.
 */
final class InitDesk {
    static final String FORM =
            "init DIR --telephone NUMBER [--region eu] [--relay localhost:8443] [--viewer localhost:8444] [--journal ssl://BROKER:8883]";
    static final Set<String> OPTIONS = Set.of("--telephone", "--region", "--relay", "--viewer", "--journal");

    private static final Duration SERVER = Duration.ofDays(397); // as long as browsers take one

    private final Path desk;
    private final Endpoint relay;
    private final Endpoint viewer;
    private final String region;
    private final String telephone;
    private final String journal;

    private InitDesk(DeskWords words) throws DeskUsage {
        desk = words.folder();
        relay = Endpoint.of(words.option("--relay").orElse("localhost:8443"), words);
        viewer = Endpoint.of(words.option("--viewer").orElse("localhost:8444"), words);
        region = words.option("--region").orElse("eu");
        telephone = words.required("--telephone");
        journal = words.option("--journal").orElse("");
        if (!telephone.matches("\\+?[0-9][0-9 ()/.-]{2,38}") || !region.matches("[a-z][a-z0-9-]{0,39}")) {
            throw words.usage("a telephone number has digits, a region is a token like eu");
        }
        if (relay.equals(viewer)) {
            throw words.usage("relay and viewer have different origins, or the relay could change the page");
        }
    }

    static void run(DeskWords words, Instant now, PrintStream out)
            throws IOException, DeskUsage, DeskRefusal, RosterException {
        new InitDesk(words).make(now, out);
    }

    private void make(Instant now, PrintStream out) throws IOException, DeskRefusal, RosterException {
        Files.createDirectories(desk);
        try (Stream<Path> entries = Files.list(desk)) {
            if (entries.findAny().isPresent()) {
                throw new DeskRefusal(desk + " is not empty");
            }
        }
        SmallAuthority supporters = SmallAuthority.create("Supporters of this desk", now);
        SmallAuthority servers = SmallAuthority.create("Servers of this desk", now);
        DeskFiles.keep(desk.resolve("keys/supporters-ca.key"), supporters.own().secretKeyPem());
        DeskFiles.publish(
                desk.resolve("keys/supporters-ca.pem"), supporters.own().chainPem());
        DeskFiles.keep(desk.resolve("keys/servers-ca.key"), servers.own().secretKeyPem());
        DeskFiles.publish(desk.resolve("keys/servers-ca.pem"), servers.own().chainPem());
        server(servers, relay, "relay", now);
        server(servers, viewer, "viewer", now);
        String listKey = new RosterFolder(desk).create(now);
        DeskFiles.publish(
                desk.resolve("for-agents/supporters-ca.pem"), supporters.own().chainPem());
        DeskFiles.publish(
                desk.resolve("for-agents/servers-ca.pem"), servers.own().chainPem());
        DeskFiles.publish(desk.resolve("for-agents/support.json"), json(support(listKey)));
        DeskFiles.publish(desk.resolve("desk.json"), json(settings()));
        out.println("A desk in " + desk + ".");
        out.println(
                "  next          benchconnect desk supporter add " + desk + " NAME --organisation NAME --trained DATE");
        out.println("                benchconnect desk agent add " + desk + " AGENT KEY");
        out.println("  to start it   benchconnect desk run " + desk);
        out.println("  supporters    " + viewer.address("https") + "/");
        out.println("  for agents    " + desk.resolve("for-agents") + ": into their installation folder");
        out.println("Keep " + desk.resolve("keys") + " to yourself: who has it decides who may help.");
    }

    private void server(SmallAuthority servers, Endpoint at, String name, Instant now) throws IOException {
        List<String> hosts = at.here() ? List.of("localhost", "127.0.0.1") : List.of(at.host());
        KeyAndChain issued = servers.server(hosts, now, now.plus(SERVER));
        DeskFiles.publish(desk.resolve("tls/" + name + ".pem"), issued.chainPem());
        DeskFiles.keep(desk.resolve("tls/" + name + ".key"), issued.secretKeyPem());
    }

    private JsonObject support(String listKey) {
        JsonObject support = new JsonObject();
        support.addProperty("telephone", telephone);
        support.addProperty("region", region);
        support.add("relays", array(relay.address("wss")));
        support.addProperty("supporters-key", listKey);
        support.add("authorities", array("supporters-ca.pem"));
        return support;
    }

    private JsonObject settings() {
        JsonObject settings = new JsonObject();
        JsonObject ofRelay = listening(relay);
        ofRelay.addProperty("viewers", viewer.address("https"));
        settings.add("desk.relay", ofRelay);
        JsonObject ofViewer = listening(viewer);
        ofViewer.addProperty("relay", relay.address("wss"));
        settings.add("desk.viewer", ofViewer);
        JsonObject ofJournal = new JsonObject();
        ofJournal.addProperty("broker", journal);
        settings.add("desk.journal", ofJournal);
        return settings;
    }

    private static JsonObject listening(Endpoint at) {
        JsonObject section = new JsonObject();
        section.addProperty("address", at.here() ? "127.0.0.1" : "0.0.0.0");
        section.addProperty("port", at.port());
        return section;
    }

    private static JsonArray array(String one) {
        JsonArray array = new JsonArray();
        array.add(one);
        return array;
    }

    private static byte[] json(JsonObject object) {
        return (new GsonBuilder()
                                .setPrettyPrinting()
                                .disableHtmlEscaping()
                                .create()
                                .toJson(object)
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
