package org.benchconnect.launcher.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person allowed: {@code grants/<feature>}, with the device's signature beside it ({@link SignedList.Kind#GRANTS}), in the format of
 * {@code sha256sum -c}:
 *
 * <pre>
 * # grant org.benchconnect.file-transfer 2.0.0 privileges transfer-files model NAVIOS_EX
 * (SHA-256)  modules/(SHA-256).jar
 * </pre>
 *
 * There is exactly one text for a grant. By itself it proves nothing: {@link #verify} does, and only for whoever knows the serial from the ledger.
 *
 * @param feature its name
 * @param version of the feature
 * @param privileges tokens, sorted, at least one
 * @param model of the instrument for which it was given, or {@link #NO_MODEL}
 * @param sha256 of every module of the feature, those that it shares with others too; in the order of its document, at least one
 */
public record Grant(String feature, String version, List<String> privileges, String model, List<String> sha256) {
    /** In the home folder. */
    public static final String FOLDER = "grants";
    /** Given where no instrument was known. */
    public static final String NO_MODEL = FeatureWords.NONE;
    /** A longer one is no grant. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final Pattern MODULE = Pattern.compile("([0-9a-f]{64})  modules/\\1\\.jar");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a word has another form, or a list is empty, not sorted, or has something twice
     */
    public Grant {
        FeatureWords.requireName(feature);
        FeatureWords.requireVersion(version);
        privileges = FeatureWords.privileges(privileges);
        if (!model.equals(NO_MODEL)) {
            FeatureWords.requireModel(model);
        }
        sha256 = List.copyOf(sha256);
        if (privileges.isEmpty()
                || sha256.isEmpty()
                || !sha256.stream().allMatch(DIGEST.asMatchPredicate())
                || sha256.stream().distinct().count() != sha256.size()) {
            throw new IllegalArgumentException("a grant is for at least one privilege and module, each named once");
        }
    }

    /** Where the grant of a feature is. */
    public static Path file(Path home, String feature) {
        FeatureWords.requireName(feature);
        return home.resolve(FOLDER).resolve(feature);
    }

    /** The file's content; a link or a longer file is refused. */
    public static byte[] read(Path file) throws IOException, ListRefusedException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            throw malformed("is no plain file of at most " + MAX_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /** Takes the file's content apart; anything that {@link #toText} would not write is refused. */
    public static Grant parse(byte[] content) throws ListRefusedException {
        String text = content.length > MAX_BYTES ? "" : new String(content, StandardCharsets.ISO_8859_1);
        List<String> lines = text.lines().toList();
        Matcher head = FeatureWords.GRANT_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!head.matches()) {
            throw malformed("has no line of a grant");
        }
        List<String> sha256 = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher module = MODULE.matcher(line);
            if (!module.matches()) {
                throw malformed("has a line that names no module by its content");
            }
            sha256.add(module.group(1));
        }
        try {
            List<String> privileges = FeatureWords.split(head.group(3), FeatureWords.NONE);
            Grant grant = new Grant(head.group(1), head.group(2), privileges, head.group(4), sha256);
            if (grant.toText().equals(text)) {
                return grant;
            }
        } catch (IllegalArgumentException e) {
            throw malformed("is malformed: " + e.getMessage());
        }
        throw malformed("has other ends of lines than sha256sum writes");
    }

    /**
     * The grant that this device signed under this base release with this serial.
     *
     * @param content of the grant's file
     * @param signature of the file beside it
     * @param serial that the ledger knows
     */
    public static Grant verify(byte[] content, byte[] signature, DeviceKey device, String base, long serial)
            throws ListRefusedException {
        SignedList.verify(signature, content, device, SignedList.Kind.GRANTS, base)
                .requireSerial(serial);
        return parse(content);
    }

    /** The lines of the file. */
    public String toText() {
        return "# grant " + feature + " " + version + " privileges " + String.join(",", privileges) + " model " + model
                + "\n"
                + sha256.stream()
                        .map(ModuleList.Module::of)
                        .map(ModuleList.Module::line)
                        .collect(Collectors.joining());
    }

    private static ListRefusedException malformed(String how) {
        return new ListRefusedException.Malformed("the grant " + how + "; allow the feature again");
    }
}
