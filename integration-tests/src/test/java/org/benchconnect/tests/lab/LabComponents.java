package org.benchconnect.tests.lab;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What runs in the agent within this process, so that two looks can be compared: which bundle a module is, and which registration a component has. A component
 * that was made again has another registration.
 */
public final class LabComponents {
    private static final int SATISFIED = 4; // ComponentConfigurationDTO
    private static final int ACTIVE = 8;
    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    private final BundleContext context;

    LabComponents(BundleContext context) {
        this.context = context;
    }

    /** Symbolic name, with the number that the framework gave its bundle and its state. */
    public Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            modules.put(bundle.getSymbolicName(), bundle.getBundleId() + " " + bundle.getState());
        }
        return modules;
    }

    /** Symbolic name and component, with its number, whether it is there and the number of its registration. */
    public Map<String, String> components() throws ReflectiveOperationException {
        ServiceReference<?> reference = runtime();
        Object runtime = context.getService(reference);
        Class<?> type = reference.getBundle().loadClass(RUNTIME);
        Map<String, String> components = new TreeMap<>();
        Object none = Array.newInstance(Bundle.class, 0);
        for (Object description : (Collection<?>)
                type.getMethod("getComponentDescriptionDTOs", Bundle[].class).invoke(runtime, none)) {
            for (Object configuration :
                    (Collection<?>) type.getMethod("getComponentConfigurationDTOs", description.getClass())
                            .invoke(runtime, description)) {
                Object bundle = field(description, "bundle");
                Object service = field(configuration, "service");
                components.put(
                        field(bundle, "symbolicName") + " " + field(description, "name"),
                        field(configuration, "id") + " " + isThere(configuration) + " "
                                + (service == null ? "" : field(service, "id")));
            }
        }
        return components;
    }

    /** Made already or when somebody first needs it: which of both is no difference. */
    private static boolean isThere(Object configuration) throws ReflectiveOperationException {
        Object state = field(configuration, "state");
        return state.equals(SATISFIED) || state.equals(ACTIVE);
    }

    /** Its type is another one than the tests have. */
    private ServiceReference<?> runtime() {
        try {
            return context.getAllServiceReferences(RUNTIME, null)[0];
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        return of.getClass().getField(name).get(of);
    }
}
