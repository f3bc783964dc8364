package org.benchconnect.tests.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.benchconnect.core.status.Platform;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The modules in a framework: start, stop, swap, reconfigure, a dependency lost. */
@ExtendWith(FrameworkExtension.class)
class FrameworkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADAPTER = "org.benchconnect.core.instrument.InstrumentAdapter";
    private static final String NOTIFICATIONS = "org.benchconnect.core.notification.Notifications";

    private static BundleContext context;

    @BeforeAll
    static void everyModuleIsUp(BundleContext given) throws Exception {
        context = given;
        Await.until("the page is there", PATIENCE, () -> Files.exists(home().resolve("run/api")));
        // opened on a thread of their own, and what waits for them changes when they come
        Await.until(
                "the keys are open", PATIENCE, () -> service("org.benchconnect.crypto.device.DeviceIdentity") != null);
    }

    @Test
    void everyComponentIsSatisfiedAndNoneFailed() throws Exception {
        Await.until("every component is satisfied: " + unsatisfied(), PATIENCE, () -> unsatisfied()
                .isEmpty());
    }

    /** Settings that another test changed may just be handed out. */
    private static List<String> unsatisfied() {
        ServiceComponentRuntime runtime =
                context.getService(context.getServiceReference(ServiceComponentRuntime.class));

        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs();

        assertTrue(components.size() >= 10, "only " + components.size());
        List<String> unsatisfied = new ArrayList<>();
        for (ComponentDescriptionDTO component : components) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                if (configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED) {
                    unsatisfied.add(
                            component.name + " is in state " + configuration.state + " " + configuration.failure);
                }
            }
        }
        return unsatisfied;
    }

    @Test
    void swappingAnAdapterLeavesItsNeighboursRunning() throws Exception {
        Bundle adapter = bundle("org.benchconnect.adapter.navios");
        Map<String, Object> before = neighbours();
        String location = adapter.getLocation();

        adapter.stop();
        adapter.uninstall();
        try (InputStream jar = URI.create(location).toURL().openStream()) {
            context.installBundle(location + "?again", jar).start();
        }

        Await.until("the adapter is back", PATIENCE, () -> adapter() != null);
        assertEquals(before, neighbours());
    }

    @Test
    void theNotificationClientOutlivesARestartOfTheStore() throws Exception {
        Bundle store = bundle("org.benchconnect.store");
        ServiceReference<?> client = service(NOTIFICATIONS);

        store.stop();
        assertNotNull(service(NOTIFICATIONS), "it waits for the store");
        store.start();

        Await.until("the store is back", PATIENCE, () -> service("org.benchconnect.core.store.AgentStore") != null);
        assertEquals(client, service(NOTIFICATIONS));
    }

    @Test
    void aChangedSettingReachesItsComponentWithoutARestart() throws Exception {
        Path instrument = Files.createDirectories(home().resolve("instrument"));

        AgentProcess.configure(home(), "{ // the folder\n \"adapter.navios\": {\"folder\": \"" + instrument + "\"}}");

        Await.until("the adapter watches the folder", PATIENCE, () -> instrument
                .toString()
                .equals(folderOf(adapter())));
    }

    @Test
    void stoppingTheConsoleTakesItsListenerAndItsAddressAway() throws Exception {
        Bundle console = bundle("org.benchconnect.console");

        console.stop();
        assertFalse(Files.exists(home().resolve("run/api")));
        console.start();

        Await.until("the page is back", PATIENCE, () -> Files.exists(home().resolve("run/api")));
    }

    /** A service by name, whatever class loader its interface has: the class path of the tests holds the same interfaces. */
    private static ServiceReference<?> adapter() throws InvalidSyntaxException {
        return service(ADAPTER, "(adapter.id=navios)");
    }

    private static ServiceReference<?> service(String name) throws InvalidSyntaxException {
        return service(name, null);
    }

    private static ServiceReference<?> service(String name, String filter) throws InvalidSyntaxException {
        ServiceReference<?>[] found = context.getAllServiceReferences(name, filter);
        return found == null ? null : found[0];
    }

    private static Object folderOf(ServiceReference<?> adapter) {
        return adapter == null ? null : adapter.getProperty("adapter.folder");
    }

    /** The service ids of every module but the adapter: a component that was made anew has another id. */
    private static Map<String, Object> neighbours() {
        Map<String, Object> ids = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.benchconnect.")
                    && !bundle.getSymbolicName().equals("org.benchconnect.adapter.navios")
                    && bundle.getRegisteredServices() != null) {
                for (ServiceReference<?> service : bundle.getRegisteredServices()) {
                    ids.put(
                            bundle.getSymbolicName() + " " + service.getProperty("component.name") + " "
                                    + service.getProperty(Constants.SERVICE_ID),
                            service.getProperty("component.id"));
                }
            }
        }
        assertTrue(ids.size() >= 6, ids::toString);
        return ids;
    }

    private static Bundle bundle(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError(name + " is not installed");
    }

    private static Path home() {
        return Path.of(context.getProperty(Platform.HOME));
    }
}
