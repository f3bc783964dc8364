package org.benchconnect.host.reading;

import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/**
 * The framework with JNA, OSHI, core and this bundle, as the agent has them. Prints how each reading went, after how many milliseconds,
 * and the heap that all of them left; then ends. Nothing of the class path reaches the bundles but slf4j, which the launcher exports too.
 */
public final class FrameworkWithOshi {
    private static final List<String> LIBRARIES =
            List.of("jna-5", "jna-platform-", "jspecify-", "oshi-", "org.benchconnect.core-");
    private static final List<String> READINGS = List.of("volumes", "memory", "clock", "services", "system");

    private FrameworkWithOshi() {}

    /** Takes the folder for the framework's cache. */
    public static void main(String[] arguments) {
        try {
            Framework framework = new FrameworkFactory().newFramework(configuration(arguments[0]));
            framework.start();
            ask(started(framework), System.out);
        } catch (Exception e) {
            e.printStackTrace(System.out);
        } finally {
            System.out.flush();
            Runtime.getRuntime().halt(0); // the framework's own threads would keep the process
        }
    }

    /** This bundle, with all that it needs. */
    private static Bundle started(Framework framework) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : bundles()) {
            bundles.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        return bundles.get(bundles.size() - 1);
    }

    private static Map<String, String> configuration(String cache) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("org.osgi.framework.storage", cache);
        configuration.put(
                "org.osgi.framework.system.packages.extra",
                "org.slf4j;version=2.0.17,org.slf4j.spi;version=2.0.17,org.slf4j.event;version=2.0.17,"
                        + "org.slf4j.helpers;version=2.0.17");
        // the component itself is not started here
        configuration.put(
                "org.osgi.framework.system.capabilities.extra",
                "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.5\"");
        configuration.put("felix.bootdelegation.implicit", "false");
        return configuration;
    }

    /** The libraries, and this bundle last. */
    private static List<Path> bundles() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Stream<Path> libraries = classPath.stream()
                .filter(entry -> LIBRARIES.stream().anyMatch(name -> String.valueOf(entry.getFileName())
                                .startsWith(name))
                        || entry.endsWith(Path.of("bundle.core", "target", "classes")));
        Stream<Path> host = classPath.stream()
                .filter(entry -> Files.isRegularFile(entry.resolve("META-INF/MANIFEST.MF"))
                        && Files.isRegularFile(entry.resolve("org/benchconnect/host/HostWatch.class")));
        return Stream.concat(libraries, host).toList();
    }

    private static void ask(Bundle host, PrintStream out) throws ReflectiveOperationException {
        Class<?> placesType = host.loadClass(Places.class.getName());
        Object places = placesType
                .getMethod("of", Path.class, Path.class, String.class, String.class, String[].class, String[].class)
                .invoke(null, Path.of("/"), Path.of("/"), "", "", new String[] {"no-such-service"}, new String[0]);
        long heap = used();
        long start = System.nanoTime();
        Class<?> type = host.loadClass(ThisPc.class.getName());
        Object pc = type.getMethod("asking", placesType).invoke(null, places);
        for (String reading : READINGS) {
            out.println(reading + " " + outcome(type, pc, reading) + " after " + (System.nanoTime() - start) / 1_000_000
                    + " ms");
        }
        out.println("heap " + (used() - heap) / 1024 + " KB");
    }

    private static String outcome(Class<?> type, Object pc, String reading) throws ReflectiveOperationException {
        try {
            type.getMethod(reading).invoke(pc);
            return "read";
        } catch (InvocationTargetException e) {
            Throwable refused = e.getCause();
            return refused.getClass().getSimpleName() + " "
                    + (refused.getCause() == null
                            ? ""
                            : refused.getCause().getClass().getSimpleName());
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
