package org.benchconnect.engine.rfb.desktop;

import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs that this engine starts, and how. Every option that could let anybody else in, or run anything, is off. */
public enum Program {
    /** TigerVNC's: a display of its own. */
    XVNC("Xvnc") {
        @Override
        byte[] authority(DesktopSettings settings, UserPrincipal self) throws DesktopException {
            return settings.authority().isPresent()
                    ? Authority.read(settings.authority().get(), self)
                    : Authority.fresh();
        }

        @Override
        List<String> words(DesktopSettings settings, SessionFolder folder) {
            return List.of(
                    settings.display(),
                    "-rfbport",
                    "-1",
                    "-rfbunixpath",
                    folder.socket().toString(),
                    "-rfbunixmode",
                    "0600",
                    "-SecurityTypes",
                    "VncAuth",
                    "-PasswordFile",
                    folder.password().toString(),
                    "-geometry",
                    settings.geometry(),
                    "-depth",
                    "24",
                    "-AcceptSetDesktopSize=0",
                    "-SendPrimary=0",
                    "-SetPrimary=0",
                    "-nolisten",
                    "tcp",
                    "-auth",
                    folder.authority().toString());
        }
    },
    /** An existing X display. */
    X11VNC("x11vnc") {
        byte[] authority(DesktopSettings settings, UserPrincipal self) throws DesktopException {
            return settings.authority().isPresent()
                    ? Authority.read(settings.authority().get(), null)
                    : new byte[0];
        }

        /** It makes the window through which it owns the clipboard only 20 to 45 seconds after a viewer came, unless it is told that the person here is logged in. */
        @Override
        Map<String, String> environment() {
            return Map.of("X11VNC_AVOID_WINDOWS", "never");
        }

        @Override
        List<String> words(DesktopSettings settings, SessionFolder folder) {
            List<String> words = new ArrayList<>(List.of(
                    "-norc",
                    "-display",
                    settings.display(),
                    "-rfbport",
                    "0",
                    "-rfbportv6", // or it listens at 5900 of every address of IPv6, whatever -no6 says
                    "0",
                    "-no6",
                    "-noipv6",
                    "-unixsock",
                    folder.socket().toString(),
                    "-rfbauth",
                    folder.password().toString(),
                    "-forever",
                    "-shared",
                    "-safer",
                    "-noremote",
                    "-nocmds",
                    "-noultraext",
                    "-noprimary",
                    "-nosetprimary",
                    "-nobell",
                    "-clear_keys",
                    "-quiet"));
            if (settings.authority().isPresent()) {
                words.addAll(List.of("-auth", folder.authority().toString()));
            }
            return words;
        }
    };

    /** Ends the program when the thread that started it does, and so with the agent, however that ends. */
    private static final String SETPRIV = "setpriv";

    private final String executable;

    Program(String executable) {
        this.executable = executable;
    }

    abstract List<String> words(DesktopSettings settings, SessionFolder folder);

    /** Who may use its display; empty: what the environment says. */
    abstract byte[] authority(DesktopSettings settings, UserPrincipal self) throws DesktopException;

    /** What is added to the agent's. */
    Map<String, String> environment() {
        return Map.of();
    }

    /** The whole command; empty if this PC has not what it needs. */
    Optional<List<String>> command(DesktopSettings settings, SessionFolder folder) {
        return settings.find(SETPRIV)
                .flatMap(setpriv -> settings.find(executable).map(program -> {
                    List<String> command = new ArrayList<>(List.of(setpriv.toString(), "--pdeathsig", "TERM", "--"));
                    command.add(program.toString());
                    command.addAll(words(settings, folder));
                    return command;
                }));
    }

    /** Whether this PC has what it needs. */
    boolean isThere(DesktopSettings settings) {
        return settings.find(SETPRIV).isPresent() && settings.find(executable).isPresent();
    }
}
