package org.benchconnect.tests.generation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabServices;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Features of small real modules, released by a vendor and installed on a PC by the services of its agent. */
final class Features {
    private final LabPc pc;
    private final Path folder;

    /** On a PC whose agent runs within this process. */
    Features(LabPc pc, Path folder) throws Exception {
        this.pc = pc;
        this.folder = Files.createDirectories(folder);
        Await.until("the keys are open", LabPc.PATIENCE, () -> pc.services()
                .find("org.benchconnect.crypto.device.DeviceIdentity")
                .isPresent());
    }

    /** A module with these headers besides its name and version. */
    Path module(String name, String version, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        attributes.putValue(Constants.BUNDLE_VERSION, version);
        headers.forEach(attributes::putValue);
        Path jar = folder.resolve(name + "-" + version + ".jar");
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
        return jar;
    }

    /** Releases a feature without privileges. */
    void release(String name, int counter, Path... modules) throws IOException {
        Path description = Files.writeString(
                folder.resolve(name + "-" + counter + ".json"),
                """
                {"feature-resource-version": "1.0", "id": "com.example:%s:%d.0.0", "name": "A feature", "description": "It does what it says.",
                 "vendor": "Example", "license": "Apache-2.0", "complete": true,
                 "extensions": {"org.benchconnect.release": {"kind": "mandatory", "type": "json", "json":
                  {"counter": %d, "floor": 0, "ring": 100, "privileges": [], "models": [], "statement": {"en": "It works."}}}}}
                """
                        .formatted(name, counter, counter));
        pc.vendor().release(description, modules);
    }

    /** Looks at the newest release and installs it. */
    void install(String name) throws Exception {
        Object language = pc.services()
                .type("org.benchconnect.core", "org.benchconnect.core.text.Language")
                .getField("EN")
                .get(null);
        Object plan = LabServices.call(
                pc.services().get("org.benchconnect.core.feature.Features"),
                "plan",
                pc.vendor().repository().toString(),
                Optional.of(name),
                language);
        LabServices.call(generations(), "install", LabServices.call(plan, "document"));
    }

    void remove(String name) throws Exception {
        LabServices.call(generations(), "remove", name);
    }

    private Object generations() throws Exception {
        return pc.services().get("org.benchconnect.core.feature.Generations");
    }

    /** The names of what the agent says is installed. */
    List<String> installed() throws Exception {
        Object list = LabServices.call(pc.services().get("org.benchconnect.core.feature.Features"), "installed");
        List<String> names = new java.util.ArrayList<>();
        for (Object feature : (List<?>) list) {
            names.add(LabServices.call(feature, "name") + " " + LabServices.call(feature, "version"));
        }
        return names;
    }

    /** The module of a name that runs; empty if none does. */
    Optional<Bundle> running(String module) {
        return pc.services().module(module).filter(bundle -> bundle.getState() == Bundle.ACTIVE);
    }

    String pointer() throws IOException {
        return Files.readString(pc.home().resolve("generations/current")).strip();
    }
}
