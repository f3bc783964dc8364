package org.benchconnect.cli.desk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.crypto.authority.KeyAndChain;
import org.benchconnect.crypto.authority.SmallAuthority;
import org.benchconnect.desk.roster.DeskFiles;
import org.benchconnect.desk.roster.ListedSupporter;
import org.benchconnect.desk.roster.RosterException;
import org.benchconnect.desk.roster.RosterFolder;

/** {@code desk supporter add|remove|list}: who may help. Every change is signed at once. */
final class SupporterCommand {
    static final String ADD =
            "supporter add DIR NAME --trained 2027-03-31 [--region eu,ch] (--organisation NAME | --certificate PEM)";
    static final String REMOVE = "supporter remove DIR NAME|SHA-256";
    static final String LIST = "supporter list DIR [--json]";
    static final Set<String> OPTIONS = Set.of("--organisation", "--trained", "--region", "--certificate");

    private static final Duration CERTIFICATE = Duration.ofDays(397);
    private static final int MOST_BYTES = 64 * 1024;

    private SupporterCommand() {}

    /** With a certificate of the desk's own authority, or with one that the supporter has. */
    static void add(DeskWords words, Instant now, PrintStream out)
            throws IOException, DeskUsage, DeskRefusal, RosterException {
        Path desk = words.folder();
        String name = words.word(1);
        LocalDate trained = date(words);
        List<String> regions = List.of(words.option("--region").orElse("eu").split(","));
        Optional<String> own = words.option("--certificate");
        if (own.isPresent() == words.option("--organisation").isPresent()) {
            throw words.usage("either --organisation, for a certificate of this desk, or --certificate");
        }
        try {
            ListedSupporter before =
                    new ListedSupporter("0".repeat(64), name, trained, regions); // checked before a key is made
            String certificate = own.isPresent()
                    ? digest(read(Path.of(own.get())))
                    : issue(desk, before, words.required("--organisation"), now, out);
            new RosterFolder(desk)
                    .change(roster -> roster.with(new ListedSupporter(certificate, name, trained, regions)), now);
            out.println(name + " may help in " + String.join(", ", regions) + " until " + trained + ": " + certificate);
        } catch (IllegalArgumentException e) {
            throw new DeskRefusal(String.valueOf(e.getMessage()));
        }
    }

    private static String issue(Path desk, ListedSupporter who, String organisation, Instant now, PrintStream out)
            throws IOException, DeskRefusal {
        String file = who.name().replaceAll("[^\\p{L}\\p{N}]+", "-");
        Path folder = desk.resolve("supporters").resolve(file);
        if (Files.exists(folder) || file.length() > 100 || file.isEmpty() || file.equals("-")) {
            throw new DeskRefusal(folder + " is there already, or no folder can be called so");
        }
        SmallAuthority authority = SmallAuthority.of(
                read(desk.resolve("keys/supporters-ca.pem")), read(desk.resolve("keys/supporters-ca.key")));
        KeyAndChain issued = authority.supporter(who.name(), organisation, now, now.plus(CERTIFICATE));
        DeskFiles.publish(folder.resolve("chain.pem"), issued.chainPem());
        DeskFiles.keep(folder.resolve("key.pem"), issued.secretKeyPem());
        out.println("Hand " + folder + " over to " + who.name() + ", in person, and delete key.pem here.");
        return digest(issued.chainPem());
    }

    static void remove(DeskWords words, Instant now, PrintStream out) throws IOException, DeskRefusal, RosterException {
        RosterFolder folder = new RosterFolder(words.folder());
        String who = words.word(1);
        List<ListedSupporter> found = folder.read().supporters().stream()
                .filter(one -> one.certificate().equals(who) || one.name().equals(who))
                .toList();
        if (found.size() != 1) {
            throw new DeskRefusal(
                    found.isEmpty()
                            ? "no supporter '" + who + "' is on the list"
                            : "several are called '" + who + "': name the SHA-256 of the certificate");
        }
        folder.change(roster -> roster.withoutSupporter(found.get(0).certificate()), now);
        out.println(found.get(0).name() + " may not help any more: at no agent that gets the list from now on.");
    }

    static void list(DeskWords words, Instant now, PrintStream out) throws IOException, RosterException {
        List<ListedSupporter> all = new RosterFolder(words.folder()).read().supporters();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (words.json()) {
            JsonArray array = new JsonArray();
            all.forEach(one -> array.add(json(one)));
            out.println(array);
            return;
        }
        for (ListedSupporter one : all) {
            out.println(
                    one.certificate() + "  " + one.trained() + (one.trained().isBefore(today) ? " (over)  " : "  ")
                            + String.join(",", one.regions()) + "  " + one.name());
        }
    }

    private static JsonObject json(ListedSupporter one) {
        JsonObject object = new JsonObject();
        object.addProperty("certificate", one.certificate());
        object.addProperty("name", one.name());
        object.addProperty("trained", one.trained().toString());
        JsonArray regions = new JsonArray();
        one.regions().forEach(regions::add);
        object.add("regions", regions);
        return object;
    }

    private static LocalDate date(DeskWords words) throws DeskUsage {
        try {
            return LocalDate.parse(words.required("--trained"));
        } catch (DateTimeParseException e) {
            throw words.usage("--trained is the last day of the training, like 2027-03-31");
        }
    }

    /** Of the first certificate in the file. */
    private static String digest(byte[] pem) throws DeskRefusal {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new DeskRefusal("the file has no X.509 certificate in it");
        }
    }

    private static byte[] read(Path file) throws IOException, DeskRefusal {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new DeskRefusal(file + " has more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }
}
