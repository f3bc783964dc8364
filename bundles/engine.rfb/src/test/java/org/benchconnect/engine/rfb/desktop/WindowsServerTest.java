package org.benchconnect.engine.rfb.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The settings that a server of Windows must have; read from text of the documented form. */
class WindowsServerTest {
    private static final String TIGHT =
            """
            HKEY_LOCAL_MACHINE\\SOFTWARE\\TightVNC\\Server
                AllowLoopback    REG_DWORD    0x1
                LoopbackOnly    REG_DWORD    0x1
                EnableFileTransfers    REG_DWORD    0x0
                AcceptHttpConnections    REG_DWORD    0x0
                UseVncAuthentication    REG_DWORD    0x1
                RfbPort    REG_DWORD    0x170d
                Password    REG_BINARY    DBD83CFD727A1458
            """;

    private static final String ULTRA =
            """
            [ultravnc]
            passwd=dbd83cfd727a145800
            [admin]
            LoopbackOnly=1
            AllowLoopback=1
            HTTPConnect=0
            FileTransferEnabled=0
            AuthRequired=1
            PortNumber=5902
            """;

    @Test
    void provenSettingsAreTaken() throws Exception {
        assertEquals(5901, WindowsServer.TIGHTVNC.check(TIGHT).port());
        assertEquals(5902, WindowsServer.ULTRAVNC.check(ULTRA).port());
    }

    @Test
    void anyOtherValueIsRefused() {
        for (String name : new String[] {
            "AllowLoopback", "LoopbackOnly", "EnableFileTransfers", "AcceptHttpConnections", "UseVncAuthentication"
        }) {
            String other = TIGHT.replaceAll(name + " +REG_DWORD +0x[01]", name + "    REG_DWORD    0x2");

            assertThrows(DesktopException.class, () -> WindowsServer.TIGHTVNC.check(other), name);
            assertThrows(
                    DesktopException.class, () -> WindowsServer.TIGHTVNC.check(TIGHT.replace(name, "Other")), name);
        }
        for (String line : ULTRA.split("\n")) {
            if (line.matches(".*=[01]")) {
                assertThrows(
                        DesktopException.class,
                        () -> WindowsServer.ULTRAVNC.check(ULTRA.replace(line, line.split("=")[0] + "=7")),
                        line);
                assertThrows(DesktopException.class, () -> WindowsServer.ULTRAVNC.check(ULTRA + line), line);
            }
        }
    }

    @Test
    void missingPasswordIsRefused() {
        assertThrows(DesktopException.class, () -> WindowsServer.TIGHTVNC.check(TIGHT.replace("Password", "Other")));
        assertThrows(
                DesktopException.class, () -> WindowsServer.ULTRAVNC.check(ULTRA.replace("passwd=db", "passwd=db0")));
    }
}
