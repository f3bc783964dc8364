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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of a release or generation with their digests, in the order in which they start. The file has the format of
 * {@code sha256sum -c}, so that a reviewer checks it with coreutils and the trusted code has next to nothing to parse.
 *
 * @param modules in order
 */
public record ModuleList(List<Module> modules) {
    /** The file's name in its folder. */
    public static final String FILE = "SHA256SUMS";

    private static final int MAX_BYTES = 256 * 1024;
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64})  ((?:modules/)?[A-Za-z0-9][A-Za-z0-9._-]{0,150}\\.jar)");

    /** Copies the list. */
    public ModuleList {
        modules = List.copyOf(modules);
    }

    /**
     * One module.
     *
     * @param sha256 64 hexadecimal digits, lower case
     * @param file relative to the folder that the list speaks of
     */
    public record Module(String sha256, String file) {
        /** Its name by content, the same in every generation. */
        public String contentName() {
            return "modules/" + sha256 + ".jar";
        }
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
        List<Module> modules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new ListRefusedException.Malformed("line " + (modules.size() + 1)
                        + " of the list of modules is not in the format of sha256sum. Install BenchConnect again.");
            }
            modules.add(new Module(matcher.group(1), matcher.group(2)));
        }
        if (modules.isEmpty() || modules.stream().map(Module::sha256).distinct().count() != modules.size()) {
            throw new ListRefusedException.Malformed(
                    "the list of modules is empty or names one twice. Install BenchConnect again.");
        }
        ModuleList list = new ModuleList(modules);
        if (!list.toText().equals(text)) {
            throw new ListRefusedException.Malformed(
                    "the list of modules has other ends of lines than sha256sum writes. Install BenchConnect again.");
        }
        return list;
    }

    /** The same modules, each named by its content, as a generation names them. */
    public ModuleList byContent() {
        return new ModuleList(modules.stream()
                .map(module -> new Module(module.sha256(), module.contentName()))
                .toList());
    }

    /** The lines of the file. */
    public String toText() {
        return modules.stream()
                .map(module -> module.sha256() + "  " + module.file() + "\n")
                .collect(Collectors.joining());
    }

    /** The SHA-256 of the file's bytes: the identity of the whole set. */
    public String digest() {
        return sha256(toText().getBytes(StandardCharsets.UTF_8));
    }

    /** Hashes each file whole and refuses the first that differs, is missing, or is no plain file. */
    public void verify(Path folder) throws IOException, ListRefusedException {
        for (Module module : modules) {
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
