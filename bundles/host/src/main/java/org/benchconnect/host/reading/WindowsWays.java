package org.benchconnect.host.reading;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiQuery;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import com.sun.jna.platform.win32.WinReg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.signal.SoftwareVersion;
import oshi.util.platform.windows.WmiQueryHandler;

/** Windows: its registry, {@code w32tm}, and the Security Center of Windows for desktops. Written by the documents, not run on Windows yet. */
final class WindowsWays implements OwnWays {
    private static final String CURRENT_VERSION = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final List<String> RESTART_MARKS = List.of(
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending",
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired");
    private static final String DEFENDER = "SOFTWARE\\Microsoft\\Windows Defender\\Signature Updates";
    private static final String UPDATED = "SignaturesLastUpdated";

    /** The properties that are asked of {@code AntiVirusProduct}; their names are Windows'. */
    enum Product {
        PRODUCTSTATE
    }

    @Override
    public Optional<ClockState> clock() throws UnreadableException {
        return Command.installed("w32tm.exe")
                .flatMap(w32tm -> w32tm.run("/query", "/status", "/verbose"))
                .flatMap(WindowsTime::read);
    }

    @Override
    public List<ServiceState> services(List<String> names) {
        Map<String, ServiceState.State> known = OshiSystem.services();
        List<ServiceState> states = new ArrayList<>();
        for (String name : names) {
            states.add(new ServiceState(
                    states.size() + 1,
                    known.getOrDefault(name.toLowerCase(Locale.ROOT), ServiceState.State.SERVICE_NOT_FOUND)));
        }
        return states;
    }

    @Override
    public Optional<SystemRelease> system() {
        String edition = Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, CURRENT_VERSION, "EditionID");
        return SoftwareVersion.parse(OshiSystem.build()).map(build -> WindowsEdition.release(build, edition));
    }

    @Override
    public Optional<Boolean> restartWaits() {
        return Optional.of(
                RESTART_MARKS.stream().anyMatch(key -> Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key)));
    }

    @Override
    public Optional<AntivirusState> antivirus() {
        Optional<Boolean> on = on();
        Optional<Instant> updated = defenderRuns() ? updated() : Optional.empty();
        return on.isEmpty() && updated.isEmpty() ? Optional.empty() : Optional.of(new AntivirusState(on, updated));
    }

    /** Where another program guards, Defender is off and old, and that is well. */
    private static boolean defenderRuns() {
        return OshiSystem.services().get("windefend") == ServiceState.State.SERVICE_RUNNING;
    }

    private static Optional<Instant> updated() {
        return Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, DEFENDER, UPDATED)
                ? SecurityCenter.time(Advapi32Util.registryGetBinaryValue(WinReg.HKEY_LOCAL_MACHINE, DEFENDER, UPDATED))
                : Optional.empty();
    }

    private static Optional<Boolean> on() {
        WmiQueryHandler handler = WmiQueryHandler.createInstance();
        if (handler == null) {
            return Optional.empty();
        }
        WmiResult<Product> products =
                handler.queryWMI(new WmiQuery<>("ROOT\\SecurityCenter2", "AntiVirusProduct", Product.class));
        List<Integer> states = new ArrayList<>();
        for (int i = 0; i < products.getResultCount(); i++) {
            if (products.getValue(Product.PRODUCTSTATE, i) instanceof Integer state) {
                states.add(state);
            }
        }
        return SecurityCenter.on(states);
    }
}
