package org.benchconnect.engine.rfb.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.session.SessionView.Hindrance;

/** The desktop servers of this PC, as its settings say. */
public interface Desktops {
    /** Where programs are on Linux. */
    List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));

    /** Why there can be none now. Quick. */
    List<Hindrance> hindrances();

    /** One for the next session; nothing is started yet. */
    Desktop next();

    /**
     * Those of the settings. What an agent that died left of them is ended, in a thread of its own.
     *
     * @throws IllegalArgumentException if they cannot be
     */
    static Desktops of(String server, String display, Optional<Path> authority, String geometry) {
        return switch (server) {
            case "x11vnc", "xvnc" -> {
                DesktopSettings settings = new DesktopSettings(display, authority, geometry, FOLDERS);
                Thread clearing = new Thread(
                        () -> Leftovers.clear(Path.of(System.getProperty("java.io.tmpdir"))),
                        "benchconnect-rfb-leftovers");
                clearing.setDaemon(true);
                clearing.start();
                yield started(server.equals("xvnc") ? Program.XVNC : Program.X11VNC, settings);
            }
            case "tightvnc" -> new WindowsDesktops(WindowsServer.TIGHTVNC);
            case "ultravnc" -> new WindowsDesktops(WindowsServer.ULTRAVNC);
            default -> throw new IllegalArgumentException("server is x11vnc, xvnc, tightvnc or ultravnc");
        };
    }

    private static Desktops started(Program program, DesktopSettings settings) {
        return new Desktops() {
            @Override
            public List<Hindrance> hindrances() {
                return program.isThere(settings) ? List.of() : List.of(Hindrance.NO_PROGRAM);
            }

            @Override
            public Desktop next() {
                return new StartedDesktop(program, settings);
            }
        };
    }
}
