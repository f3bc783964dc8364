package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a module says about itself. It is a claim that the framework acts upon, so it is read as strictly as the framework
 * could; the bytes are verified before.
 *
 * @param symbolicName without directives
 * @param host the bundle that this fragment attaches to, as the main manifest says; empty if it is no fragment
 * @param version as its manifest writes it, 0.0.0 if it does not
 * @param headers of its manifest
 * @param versioned of the manifests that a jar for several Java versions may have besides: they can change what is imported
 * @param folders every folder that has a file
 */
record ModuleManifest(
        String symbolicName,
        Optional<String> host,
        String version,
        Map<String, String> headers,
        List<Map<String, String>> versioned,
        Set<String> folders) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern VERSIONED =
            Pattern.compile("META-INF/versions/[0-9]{1,4}/OSGI-INF/MANIFEST\\.MF", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,2}(\\.[A-Za-z0-9_-]{1,100})?|"
            + "[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}\\.[A-Za-z0-9_-]{1,100}");
    private static final Set<String> VERSIONED_HEADERS =
            Set.of("manifest-version", "import-package", "require-capability");

    /**
     * Reads a module's file, which must stay as it is meanwhile.
     *
     * @throws MalformedModuleException if it is no bundle, or one that could be read in two ways
     */
    static ModuleManifest read(Path jar) throws IOException, MalformedModuleException {
        JarDirectory.check(jar);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return read(zip);
        } catch (ZipException e) {
            throw new MalformedModuleException("a jar", "a file that is none");
        }
    }

    private static ModuleManifest read(ZipFile zip) throws IOException, MalformedModuleException {
        Set<String> names = new HashSet<>();
        Set<String> folders = new HashSet<>();
        List<Map<String, String>> versioned = new ArrayList<>();
        @Nullable ZipEntry manifest = null;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (!names.add(name)) {
                throw new MalformedModuleException("each entry of a jar once", "one twice");
            }
            if (!entry.isDirectory()) {
                folders.add(name.substring(0, name.lastIndexOf('/') + 1));
            }
            if (name.equalsIgnoreCase(MANIFEST)) {
                if (manifest != null || !name.equals(MANIFEST)) {
                    throw new MalformedModuleException("one " + MANIFEST, "another spelling of it");
                }
                manifest = entry;
            } else if (VERSIONED.matcher(name).matches()) {
                versioned.add(importing(headers(zip, entry)));
            }
        }
        if (manifest == null) {
            throw new MalformedModuleException("a " + MANIFEST, "none");
        }
        return of(headers(zip, manifest), versioned, folders);
    }

    static ModuleManifest of(Map<String, String> headers, List<Map<String, String>> versioned, Set<String> folders)
            throws MalformedModuleException {
        List<ManifestHeader.Clause> name = ManifestHeader.clauses(headers.getOrDefault("Bundle-SymbolicName", ""));
        if (name.size() != 1 || name.get(0).paths().size() != 1) {
            throw new MalformedModuleException("one Bundle-SymbolicName", name.isEmpty() ? "none" : "several");
        }
        String version = headers.getOrDefault("Bundle-Version", "0.0.0").strip();
        if (!VERSION.matcher(version).matches()) {
            throw new MalformedModuleException("a Bundle-Version of the form 1.2.3.qualifier", "another form");
        }
        return new ModuleManifest(
                name.get(0).paths().get(0),
                host(headers),
                version,
                headers,
                List.copyOf(versioned),
                Set.copyOf(folders));
    }

    private static Optional<String> host(Map<String, String> headers) throws MalformedModuleException {
        String header = headers.get("Fragment-Host");
        if (header == null) {
            return Optional.empty();
        }
        List<ManifestHeader.Clause> hosts = ManifestHeader.clauses(header);
        if (hosts.size() != 1 || hosts.get(0).paths().size() != 1) {
            throw new MalformedModuleException("one bundle in Fragment-Host", hosts.isEmpty() ? "none" : "several");
        }
        return Optional.of(hosts.get(0).paths().get(0));
    }

    /** OSGi Core 4.11.1: only two headers of a versioned manifest count. Another one would be read by somebody else only. */
    private static Map<String, String> importing(Map<String, String> headers) throws MalformedModuleException {
        for (String header : headers.keySet()) {
            if (!VERSIONED_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
                throw new MalformedModuleException(
                        "nothing but imports and requirements in a manifest for one version of Java", Shown.of(header));
            }
        }
        return headers;
    }

    private static Map<String, String> headers(ZipFile zip, ZipEntry entry)
            throws IOException, MalformedModuleException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(ManifestFile.MAX_BYTES + 1);
            if (bytes.length > ManifestFile.MAX_BYTES) {
                throw new MalformedModuleException("a manifest of at most 1 MiB", "a longer one");
            }
            return ManifestFile.headers(bytes);
        }
    }

    /** The clauses of a header; none if the module does not have it. */
    List<ManifestHeader.Clause> clauses(String header) throws MalformedModuleException {
        return ManifestHeader.clauses(headers.getOrDefault(header, ""));
    }

    /** The names in a header, of the manifest and of the versioned ones. */
    Set<String> names(String header) throws MalformedModuleException {
        Set<String> names = new HashSet<>();
        clauses(header).forEach(clause -> names.addAll(clause.paths()));
        for (Map<String, String> more : versioned) {
            ManifestHeader.clauses(more.getOrDefault(header, "")).forEach(clause -> names.addAll(clause.paths()));
        }
        return names;
    }
}
