package org.benchconnect.teamviewerbridge.teamviewer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Windows, by its own programs. Built after their documentation, not run. */
final class WindowsPc implements Pc {
    private static final Pattern TASK = Pattern.compile("(?m)^\"([^\"\\r\\n]{1,260})\",\"[0-9]{1,10}\",");

    static final String LOG = "Connections_incoming.txt";

    private final Path systemRoot;
    private final Path log;

    /** With the folder of Windows and the client's log. */
    WindowsPc(Path systemRoot, Path log) {
        this.systemRoot = systemRoot;
        this.log = log;
    }

    @Override
    public Set<Long> processes() {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Override
    public Set<String> processNames() throws InterruptedException {
        return names(Programs.TASKS.run(systemRoot).orElse(""));
    }

    /** Of what {@code tasklist /FO CSV /NH} printed. */
    static Set<String> names(String output) {
        Set<String> names = new HashSet<>();
        Matcher task = TASK.matcher(output);
        while (task.find()) {
            names.add(task.group(1));
        }
        return names;
    }

    @Override
    public ServiceState service() throws InterruptedException {
        return Programs.WINDOWS_SERVICE.run(systemRoot).map(ServiceState::ofSc).orElse(ServiceState.UNKNOWN);
    }

    @Override
    public Map<String, Setting> settings() throws InterruptedException {
        Map<String, String> outputs = new HashMap<>();
        Programs.REGISTRY_32
                .run(systemRoot)
                .ifPresent(text -> outputs.put("HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\TeamViewer", text));
        Programs.REGISTRY_64
                .run(systemRoot)
                .ifPresent(text -> outputs.put("HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewer", text));
        return ClientSettings.ofRegistry(outputs);
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean start() throws InterruptedException {
        return Programs.WINDOWS_START.run(systemRoot).isPresent();
    }

    @Override
    public boolean stop() throws InterruptedException {
        return Programs.WINDOWS_STOP.run(systemRoot).isPresent();
    }
}
