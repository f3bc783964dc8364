package org.benchconnect.teamviewerbridge.teamviewer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A PC with a client that does what a test says. */
final class MadeUpPc implements Pc {
    private final Path log;
    volatile ServiceState service = ServiceState.RUNNING;
    volatile boolean connected;
    volatile boolean visible = true;
    volatile boolean obeys = true;
    volatile int stops;
    volatile int starts;
    volatile Map<String, Setting> settings = ProvenSettings.client();

    MadeUpPc(Path log) {
        this.log = log;
    }

    @Override
    public Set<Long> processes() {
        return Set.of();
    }

    @Override
    public Set<String> processNames() {
        if (!visible) {
            return Set.of("java");
        }
        if (service == ServiceState.STOPPED) {
            return Set.of("java");
        }
        return connected ? Set.of("java", "teamviewerd", "TeamViewer_Desk") : Set.of("java", "teamviewerd");
    }

    @Override
    public ServiceState service() {
        return service;
    }

    @Override
    public Map<String, Setting> settings() {
        return settings;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean start() {
        starts++;
        service = ServiceState.RUNNING;
        return true;
    }

    @Override
    public boolean stop() {
        stops++;
        if (obeys) {
            service = ServiceState.STOPPED;
            connected = false;
        }
        return obeys;
    }
}
