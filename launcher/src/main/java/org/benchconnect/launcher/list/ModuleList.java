package org.benchconnect.launcher.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of a release or generation with their digests, in the order in which they start, under the features that they make. The
 * file has the format of {@code sha256sum -c}, which passes over lines that begin with {@code #}, so that a reviewer checks it with
 * coreutils and the trusted code has next to nothing to parse:
 *
 * <pre>
 * # feature org.benchconnect.base 0.1.0 privileges none models any
 * (SHA-256)  modules/(SHA-256).jar
 * </pre>
 *
 * A module that several features share stands once, under the first. There is exactly one text for a list.
 *
 * @param features in order, at least one of them with a module
 */
public record ModuleList(List<Feature> features) {
    /** The file's name in its folder. */
    public static final String FILE = "SHA256SUMS";

    private static final int MAX_BYTES = 256 * 1024;
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64})  ((?:modules/)?[A-Za-z0-9][A-Za-z0-9._-]{0,150}\\.jar)");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if it has no module, or a feature or module twice
     */
    public ModuleList {
        features = List.copyOf(features);
        List<String> digests = features.stream()
                .flatMap(feature -> feature.modules().stream())
                .map(Module::sha256)
                .toList();
        if (digests.isEmpty()
                || digests.stream().distinct().count() != digests.size()
                || features.stream().map(Feature::name).distinct().count() != features.size()) {
            throw new IllegalArgumentException("the list of modules is empty, or names a feature or module twice");
        }
    }

    /**
     * One module.
     *
     * @param sha256 64 hexadecimal digits, lower case
     * @param file relative to the folder that the list speaks of
     */
    public record Module(String sha256, String file) {
        /** Named by its content, as a generation names it. */
        public static Module of(String sha256) {
            return new Module(sha256, "modules/" + sha256 + ".jar");
        }

        /** Its name by content, the same in every generation. */
        public String contentName() {
            return of(sha256).file;
        }

        String line() {
            return sha256 + "  " + file + "\n";
        }
    }

    /**
     * One feature with the modules that stand under it.
     *
     * @param name such as {@code org.benchconnect.base}, at most 80 characters
     * @param version {@code 1.2.3} or {@code 1.2.3.qualifier}
     * @param privileges tokens such as {@code view-screen}, sorted; empty if it needs no grant
     * @param models for which instruments it is released, such as {@code NAVIOS_EX}, sorted; empty if for any
     * @param modules in the order in which they start; empty if it shares all with the features above
     */
    public record Feature(
            String name, String version, List<String> privileges, List<String> models, List<Module> modules) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if a word has another form, or a list is not sorted
         */
        public Feature {
            FeatureWords.requireName(name);
            FeatureWords.requireVersion(version);
            privileges = FeatureWords.privileges(privileges);
            models = FeatureWords.models(models);
            modules = List.copyOf(modules);
        }

        /** The digests of its modules, in order. */
        public List<String> sha256() {
            return modules.stream().map(Module::sha256).toList();
        }

        private static Feature of(Matcher line, List<Module> modules) {
            return new Feature(
                    line.group(1),
                    line.group(2),
                    FeatureWords.split(line.group(3), FeatureWords.NONE),
                    FeatureWords.split(line.group(4), FeatureWords.ANY),
                    modules);
        }

        private String toText() {
            return "# feature " + name + " " + version + " privileges "
                    + FeatureWords.join(privileges, FeatureWords.NONE)
                    + " models " + FeatureWords.join(models, FeatureWords.ANY) + "\n"
                    + modules.stream().map(Module::line).collect(Collectors.joining());
        }
    }

    /** Every module, in the order in which they start. */
    public List<Module> modules() {
        return features.stream().flatMap(feature -> feature.modules().stream()).toList();
    }

    /** The feature of a name. */
    public Optional<Feature> feature(String name) {
        return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
    }

    /** Reads a list; anything that {@link #toText} would not write is refused. */
    public static ModuleList read(Path file) throws IOException, ListRefusedException {
        if (Files.size(file) > MAX_BYTES || !Files.isRegularFile(file)) {
            throw new ListRefusedException.Malformed(file + " is no list of modules.");
        }
        return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /** The same from the file's content. */
    public static ModuleList parse(String text) throws ListRefusedException {
        List<Matcher> lines = new ArrayList<>();
        List<List<Module>> modules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher feature = FeatureWords.FEATURE_LINE.matcher(line);
            Matcher module = LINE.matcher(line);
            if (feature.matches()) {
                lines.add(feature);
                modules.add(new ArrayList<>());
            } else if (module.matches() && !modules.isEmpty()) {
                modules.get(modules.size() - 1).add(new Module(module.group(1), module.group(2)));
            } else {
                throw new ListRefusedException.Malformed("a line of the list of modules is no line of sha256sum under"
                        + " the line of a feature. Install BenchConnect again.");
            }
        }
        try {
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                features.add(Feature.of(lines.get(i), modules.get(i)));
            }
            ModuleList list = new ModuleList(features);
            if (list.toText().equals(text)) {
                return list;
            }
        } catch (IllegalArgumentException e) {
            throw new ListRefusedException.Malformed(e.getMessage() + ". Install BenchConnect again.");
        }
        throw new ListRefusedException.Malformed(
                "the list of modules has other ends of lines than sha256sum writes. Install BenchConnect again.");
    }

    /** The same modules, each named by its content, as a generation names them. */
    public ModuleList byContent() {
        return new ModuleList(features.stream()
                .map(feature -> new Feature(
                        feature.name(),
                        feature.version(),
                        feature.privileges(),
                        feature.models(),
                        feature.sha256().stream().map(Module::of).toList()))
                .toList());
    }

    /** The lines of the file. */
    public String toText() {
        return features.stream().map(Feature::toText).collect(Collectors.joining());
    }

    /** The SHA-256 of the file's bytes: the identity of the whole set. */
    public String digest() {
        return sha256(toText().getBytes(StandardCharsets.UTF_8));
    }

    /** Hashes each file whole and refuses the first that differs, is missing, or is no plain file. */
    public void verify(Path folder) throws IOException, ListRefusedException {
        for (Module module : modules()) {
            verify(folder, module);
        }
    }

    /** The same for one module. */
    public static void verify(Path folder, Module module) throws IOException, ListRefusedException {
        Path file = folder.resolve(module.file());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ListRefusedException.WrongModule("a module is missing or is no plain file: " + file
                    + ". Nothing was started. Install BenchConnect again.");
        }
        if (!sha256(file).equals(module.sha256())) {
            throw new ListRefusedException.WrongModule(
                    "the bytes of a module are not those that were installed: " + file
                            + ". Nothing was started. Move the file away and keep it as evidence; the next start mends what is"
                            + " missing from the installation.");
        }
    }

    /** The SHA-256 of a file, as a list writes it. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[64 * 1024];
            while (in.read(buffer) >= 0) {
                // the digest reads along
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
