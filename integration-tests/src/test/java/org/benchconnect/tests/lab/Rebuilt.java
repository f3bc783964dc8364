package org.benchconnect.tests.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.Constants;

/**
 * A later build of a real module: its own manifest, classes and components, with another version and what a test adds. The same content is the same bytes,
 * whenever it is made.
 */
public final class Rebuilt {
    private static final String COMPONENTS = "Service-Component";
    private static final String SCR = "http://www.osgi.org/xmlns/scr/v1.4.0";

    private final String artifact;
    private final String version;
    private final Manifest manifest;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Rebuilt(String artifact, String version, Manifest manifest) {
        this.artifact = artifact;
        this.version = version;
        this.manifest = manifest;
    }

    /**
     * Of the build that the tests run with.
     *
     * @param module symbolic name of a module of ours
     * @param version the later build's
     */
    public static Rebuilt of(String module, String version) throws IOException {
        Path jar = Path.of(System.getProperty("benchconnect.installation"), "release", module + "-0.1.0.jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            Rebuilt rebuilt = new Rebuilt(module, version, file.getManifest());
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    try (InputStream in = file.getInputStream(entry)) {
                        rebuilt.files.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
            return rebuilt.with(Constants.BUNDLE_VERSION, version);
        }
    }

    /** With a header of its manifest, in place of the one that it has. */
    public Rebuilt with(String header, String value) {
        manifest.getMainAttributes().putValue(header, value);
        return this;
    }

    /** With one more file, or in place of the one that it has. */
    public Rebuilt with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    /** With classes of these tests. */
    public Rebuilt with(Class<?>... types) {
        for (Class<?> type : types) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** With an activator, which these modules have not. */
    public Rebuilt activatedBy(Class<? extends BundleActivator> activator) {
        importing("org.osgi.framework");
        return with(Constants.BUNDLE_ACTIVATOR, activator.getName()).with(activator);
    }

    /** With packages of core or of the framework that it did not need before. */
    public Rebuilt importing(String... packages) {
        String imports = manifest.getMainAttributes().getValue(Constants.IMPORT_PACKAGE);
        List<String> there = Arrays.stream(imports.split(",(?=[a-z])"))
                .map(clause -> clause.split(";")[0])
                .toList();
        for (String each : packages) {
            if (!there.contains(each)) {
                imports += "," + each;
            }
        }
        return with(Constants.IMPORT_PACKAGE, imports);
    }

    /**
     * With a component that is made as soon as it can be.
     *
     * @param implementation public, with a public constructor that has no parameter; its method {@code activate}, if it has one, is called
     * @param service what it is registered as
     * @param needs services without which it is not made
     */
    public Rebuilt component(Class<?> implementation, Class<?> service, String... needs) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scr:component xmlns:scr=\"")
                .append(SCR)
                .append("\" name=\"")
                .append(implementation.getName())
                .append("\" immediate=\"true\" activate=\"activate\">\n");
        xml.append("  <service>\n    <provide interface=\"")
                .append(service.getName())
                .append("\"/>\n  </service>\n");
        for (String need : needs) {
            xml.append("  <reference name=\"needs\" interface=\"").append(need).append("\"/>\n");
        }
        xml.append("  <implementation class=\"")
                .append(implementation.getName())
                .append("\"/>\n</scr:component>\n");
        String file = "OSGI-INF/" + implementation.getName() + ".xml";
        String others = manifest.getMainAttributes().getValue(COMPONENTS);
        return with(COMPONENTS, others == null ? file : others + "," + file)
                .with(file, xml.toString().getBytes(StandardCharsets.UTF_8))
                .with(implementation);
    }

    /** The symbolic name, which is the artifact of its file's name. */
    String artifact() {
        return artifact;
    }

    String version() {
        return version;
    }

    /** Writes {@code <artifact>-<version>.jar}. */
    Path into(Path folder) throws IOException {
        Path jar = Files.createDirectories(folder).resolve(artifact + "-" + version + ".jar");
        return Files.write(jar, bytes());
    }

    private byte[] bytes() throws IOException {
        Map<String, byte[]> sorted = new TreeMap<>(files);
        manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            manifest.write(first);
            write(jar, JarFile.MANIFEST_NAME, first.toByteArray());
            for (Map.Entry<String, byte[]> file : sorted.entrySet()) {
                write(jar, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
