package org.benchconnect.instrument.log.system;

import com.sun.jna.platform.win32.W32Service;
import com.sun.jna.platform.win32.W32ServiceManager;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.Winsvc;

/** The service manager of Windows, asked with the least rights: to connect, and to query one service's state. Not run on other systems. */
final class WindowsServices {
    private WindowsServices() {}

    static Running state(String name) {
        try (W32ServiceManager manager = new W32ServiceManager(Winsvc.SC_MANAGER_CONNECT);
                W32Service service = manager.openService(name, Winsvc.SERVICE_QUERY_STATUS)) {
            return service.queryStatus().dwCurrentState == Winsvc.SERVICE_RUNNING ? Running.YES : Running.NO;
        } catch (Win32Exception absent) {
            return Running.UNKNOWN;
        }
    }
}
