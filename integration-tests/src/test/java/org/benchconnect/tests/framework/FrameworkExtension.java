package org.benchconnect.tests.framework;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import org.benchconnect.core.status.Platform;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.nat.internal.NativeTestContainer;
import org.ops4j.pax.exam.options.UrlProvisionOption;
import org.ops4j.pax.exam.spi.DefaultExamSystem;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.BundleContext;

/** Starts the modules of the base release in a framework of Pax Exam, without the launcher, and hands its context to the tests. */
final class FrameworkExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private NativeTestContainer container;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path installation = Path.of(System.getProperty("benchconnect.installation"))
                .toAbsolutePath()
                .normalize();
        Path home = Files.createTempDirectory("benchconnect-framework-");
        PreparedIdentity.into(home);
        System.setProperty(
                "org.sqlite.lib.path",
                installation.resolve("native/Linux/x86_64").toString());
        System.setProperty("org.sqlite.lib.name", System.mapLibraryName("sqlitejdbc"));
        ExamSystem system = DefaultExamSystem.create(options(
                new Option[] {
                    frameworkProperty(Platform.HOME).value(home.toString()),
                    frameworkProperty(Platform.INSTALLATION).value(installation.toString()),
                    frameworkProperty(Platform.GENERATION).value("1"),
                    frameworkProperty(Platform.GENERATION_DIGEST).value("0".repeat(64)),
                    frameworkProperty(Platform.GENERATION_MODULES).value("1"),
                    frameworkProperty("ds.delayed.keepInstances").value("true"),
                    systemPackages(
                            "org.slf4j;version=2.0.17",
                            "org.slf4j.spi;version=2.0.17",
                            "org.slf4j.event;version=2.0.17",
                            "org.slf4j.helpers;version=2.0.17",
                            "org.benchconnect.launcher.list;version=1.0.0",
                            "org.benchconnect.launcher.module;version=1.0.0",
                            "org.benchconnect.launcher.storage;version=1.0.0",
                            "org.osgi.service.component.runtime;version=1.5.0",
                            "org.osgi.service.component.runtime.dto;version=1.5.0"),
                },
                modules(installation)));
        container = (NativeTestContainer) PaxExamRuntime.createContainer(system);
        container.start();
        container.getSystemBundle().getBundleContext().registerService(Modules.class, new NoLauncher(), null);
    }

    private static Option[] modules(Path installation) throws IOException {
        List<Path> jars = Files.readAllLines(installation.resolve("release/SHA256SUMS")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> installation.resolve("release").resolve(line.substring(66)))
                .toList();
        return jars.stream().map(FrameworkExtension::module).toArray(Option[]::new);
    }

    private static Option module(Path jar) {
        UrlProvisionOption option = bundle(jar.toUri().toString());
        try (JarFile file = new JarFile(jar.toFile())) {
            boolean fragment = file.getManifest().getMainAttributes().getValue("Fragment-Host") != null;
            return fragment ? option.noStart() : option.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Option[] options(Option[] first, Option[] second) {
        return org.ops4j.pax.exam.OptionUtils.combine(first, second);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        container.stop();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BundleContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return container.getSystemBundle().getBundleContext();
    }

    /** Nothing is admitted and nothing evicted in a framework without gate. */
    private static final class NoLauncher implements Modules {
        @Override
        public void switchToCurrent() {
            throw new UnsupportedOperationException("there is no launcher here");
        }

        @Override
        public void goBack() {
            throw new UnsupportedOperationException("there is no launcher here");
        }

        @Override
        public void restart() {
            throw new UnsupportedOperationException("there is no launcher here");
        }

        @Override
        public void start(String feature, long serial) {
            throw new UnsupportedOperationException("there is no launcher here");
        }

        @Override
        public void evict(String feature) {
            throw new UnsupportedOperationException("there is no launcher here");
        }

        @Override
        public List<FeatureModules> features() {
            return List.of(new FeatureModules(
                    "org.benchconnect.base", "0.1.0", List.of(), List.of(), List.of("0".repeat(64)), true));
        }

        @Override
        public void listen(Consumer<GateRefusal> listener) {
            // nothing is refused without a gate
        }
    }
}
