package org.benchconnect.teamviewerbridge.teamviewer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.benchconnect.teamviewerbridge.ClientLookup;

/** Linux with systemd. Processes by {@code /proc}, which everybody may read unless it is mounted otherwise. */
final class LinuxPc implements Pc {
    private static final int LONGEST_NAME = 64; // bytes

    /** Below the root. */
    static final String LOG = "var/log/teamviewer15/Connections_incoming.txt";

    private final Path root;
    private final Path log;

    /** With the root of the file system and the client's log. */
    LinuxPc(Path root, Path log) {
        this.root = root;
        this.log = log;
    }

    @Override
    public Set<Long> processes() {
        Set<Long> numbers = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root.resolve("proc"), "[1-9]*")) {
            for (Path one : all) {
                String name = String.valueOf(one.getFileName());
                if (name.matches("[0-9]{1,18}")) {
                    numbers.add(Long.valueOf(name));
                }
            }
            return numbers;
        } catch (IOException e) {
            return Set.of();
        }
    }

    @Override
    public Set<String> processNames() {
        Set<String> names = new HashSet<>();
        for (long process : processes()) {
            try (InputStream in = Files.newInputStream(root.resolve("proc/" + process + "/comm"))) {
                names.add(new String(in.readNBytes(LONGEST_NAME), StandardCharsets.ISO_8859_1).strip());
            } catch (IOException e) {
                // it ended meanwhile, or is not to be seen: then the service is not either
            }
        }
        return names;
    }

    @Override
    public ServiceState service() throws InterruptedException {
        return Programs.LINUX_SERVICE.run(root).map(ServiceState::ofSystemd).orElse(ServiceState.UNKNOWN);
    }

    @Override
    public Map<String, Setting> settings() {
        try (InputStream in = Files.newInputStream(root.resolve("opt/teamviewer/config/global.conf"))) {
            return ClientSettings.ofConf(
                    new String(in.readNBytes(ClientLookup.MAX_BYTES), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Map.of();
        }
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean start() throws InterruptedException {
        return Programs.LINUX_START.run(root).isPresent();
    }

    @Override
    public boolean stop() throws InterruptedException {
        return Programs.LINUX_STOP.run(root).isPresent();
    }
}
