package org.benchconnect.tests.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Services of a running agent by their names: its classes are other ones than those of the same name on the class path of the tests, so everything is
 * called by reflection.
 */
public final class LabServices {
    private final BundleContext context;

    LabServices(BundleContext context) {
        this.context = context;
    }

    /** A service by the name of its interface. */
    public Optional<Object> find(String type) throws InvalidSyntaxException {
        ServiceReference<?>[] found = context.getAllServiceReferences(type, null);
        return found == null ? Optional.empty() : Optional.ofNullable(context.getService(found[0]));
    }

    /** The same, which must be there. */
    public Object get(String type) throws InvalidSyntaxException {
        return find(type).orElseThrow(() -> new AssertionError("no service " + type));
    }

    /** A module by its symbolic name. */
    public Optional<Bundle> module(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    /** A class as a module has it. */
    public Class<?> type(String module, String name) throws ClassNotFoundException {
        return module(module).orElseThrow().loadClass(name);
    }

    /**
     * Calls a public method of an object through an interface or class that has it.
     *
     * @throws Exception what it throws
     */
    public static Object call(Object target, String method, Object... arguments) throws Exception {
        Method found = method(target.getClass(), method, arguments.length);
        try {
            return found.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    private static Method method(Class<?> type, String name, int count) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Class<?> each : at.getInterfaces()) {
                for (Method method : each.getMethods()) {
                    if (method.getName().equals(name) && method.getParameterCount() == count) {
                        return method;
                    }
                }
            }
            for (Method method : at.getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == count) {
                    method.setAccessible(true); // a public method of a class that is not
                    return method;
                }
            }
        }
        throw new AssertionError("no method " + name + " of " + type);
    }
}
