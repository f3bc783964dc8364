package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.benchconnect.bench.swap.GapProbe;

/** Apache Karaf with its own local console, in a folder of its own, without its remote one: nothing listens but on loopback. */
final class SwapByKaraf implements SwapContender {
    private final Path karaf;
    private final Path folder;

    /**
     * Copies what was unpacked.
     *
     * @param unpacked never started, or by the comparison of starts
     */
    SwapByKaraf(Path unpacked, Path folder) throws IOException {
        this.folder = folder;
        this.karaf = folder.resolve("karaf");
        Folders.copy(unpacked, karaf);
        Folders.delete(karaf.resolve("data"));
        edit("etc/org.apache.karaf.features.cfg", "    ssh/[^\n]*\n", "");
        edit("etc/org.apache.karaf.shell.cfg", "(?m)^sshHost *=.*$", "sshHost = 127.0.0.1");
        edit("etc/startup.properties", "(?m)^mvn..:org.benchconnect/.*$", "");
        if (!karaf.resolve("bin/karaf").toFile().setExecutable(true)) {
            throw new IOException("Karaf's script cannot be made executable");
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        Path edited = karaf.resolve(file);
        Files.writeString(edited, Files.readString(edited).replaceFirst(from, to));
    }

    /** Installs and starts the bundles, once for all its processes. */
    void install(List<Path> bundles) throws IOException, InterruptedException {
        try (Started first = Started.start(starting(() -> Files.exists(karaf.resolve("data/log/karaf.log"))))) {
            first.rest(StartBench.FIRST_REST);
            for (Path bundle : bundles) {
                first.tell("bundle:install -s " + bundle.toUri());
            }
            first.await("the bundles installed", () -> SwapEvents.ready(events()));
            first.end();
        }
    }

    @Override
    public String name() {
        return "Karaf, bundle:update";
    }

    @Override
    public Path events() {
        return folder.resolve("karaf.events");
    }

    @Override
    public Contender contender() {
        return starting(() -> SwapEvents.ready(events()));
    }

    private Contender starting(Contender.Condition ready) {
        return new Contender(
                name(),
                List.of(karaf.resolve("bin/karaf").toString()),
                Map.of(
                        "KARAF_OPTS", "-D" + GapProbe.FILE + "=" + events(),
                        "CHECK_ROOT_INSTANCE_RUNNING", "false",
                        "TERM", "dumb"),
                () -> Files.deleteIfExists(events()),
                ready,
                folder.resolve("karaf.out"));
    }

    /** With {@code -r} where others depend on it: without, they go on with the old API and never see the new service. */
    @Override
    public String stage(SwapBundles.Changed changed, int number, Path jar) {
        String refresh = changed == SwapBundles.Changed.PROVIDER ? "-r " : "";
        return "bundle:update " + refresh + changed.symbolicName() + " " + jar.toUri();
    }

    /** What a person may take for enough. */
    String withoutRefresh(SwapBundles.Changed changed, Path jar) {
        return "bundle:update " + changed.symbolicName() + " " + jar.toUri();
    }
}
