package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A module's file on the vendor's side: how it is described in a document, and named in a folder. */
public final class ModuleFile {
    private static final Pattern POM =
            Pattern.compile("META-INF/maven/([A-Za-z0-9._-]{1,100})/([A-Za-z0-9._-]{1,100})/pom\\.properties");
    private static final int BUFFER = 64 * 1024;

    private ModuleFile() {}

    /**
     * Describes a jar: its digest, length and symbolic name, and its Maven coordinates as far as it tells them. The file's name
     * is {@code <artifact>-<version>.jar}; the group is the one of the jar's own {@code pom.properties}, or else the symbolic
     * name up to its last dot.
     *
     * @param startOrder 0 to {@value FeatureModule#MAX_START_ORDER}
     * @throws MalformedModuleException if it is no module that would be accepted
     */
    public static FeatureModule describe(Path jar, int startOrder) throws IOException, MalformedModuleException {
        return describe(jar, Map.of(), startOrder);
    }

    /**
     * Describes a jar, knowing the groups of artifacts that do not tell them.
     *
     * @param groups by artifact
     */
    static FeatureModule describe(Path jar, Map<String, String> groups, int startOrder)
            throws IOException, MalformedModuleException {
        ModuleManifest manifest = ModuleManifest.read(jar);
        try {
            return new FeatureModule(
                    coordinates(jar, groups, manifest.symbolicName()),
                    manifest.symbolicName(),
                    sha256(jar),
                    Files.size(jar),
                    startOrder);
        } catch (IllegalArgumentException e) {
            throw new MalformedModuleException(String.valueOf(e.getMessage()), jar.getFileName() + " with another one");
        }
    }

    /** {@code <artifact>-<version>.jar}. */
    static String name(FeatureModule module) {
        String[] coordinates = module.id().split(":");
        return coordinates[1] + "-" + coordinates[2] + FeatureLayout.MODULE;
    }

    private static String coordinates(Path jar, Map<String, String> groups, String symbolicName)
            throws IOException, MalformedModuleException {
        String file = String.valueOf(jar.getFileName());
        Matcher parts = Pattern.compile("(.+?)-([0-9].*)\\.jar").matcher(file);
        if (!parts.matches()) {
            throw new MalformedModuleException("a file named <artifact>-<version>.jar", Shown.of(file));
        }
        String artifact = parts.group(1);
        int dot = symbolicName.lastIndexOf('.');
        String guessed = dot < 0 ? symbolicName : symbolicName.substring(0, dot);
        String group = group(jar, artifact).orElse(groups.getOrDefault(artifact, guessed));
        return group + ":" + artifact + ":" + parts.group(2);
    }

    private static Optional<String> group(Path jar, String artifact) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                Matcher pom = POM.matcher(entries.nextElement().getName());
                if (pom.matches() && pom.group(2).equals(artifact)) {
                    return Optional.of(pom.group(1));
                }
            }
        }
        return Optional.empty();
    }

    /** The SHA-256 of a file, 64 hexadecimal digits. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // the digest reads along
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
