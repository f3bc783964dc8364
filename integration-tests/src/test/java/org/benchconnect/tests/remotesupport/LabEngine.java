package org.benchconnect.tests.remotesupport;

import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabServices;
import org.osgi.framework.ServiceRegistration;

/** An engine without a program, as a service of a running agent: the interfaces are the agent's own, not those of the class path of the tests. Delegated, so that it needs no service side. */
final class LabEngine {
    static final String ID = "rfb"; // whose feature nobody allows in this test

    private static final String BRIDGE = "org.benchconnect.teamviewerbridge";
    private static final String CORE = "org.benchconnect.core";

    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger cut = new AtomicInteger();
    private final Class<?> engine;
    private final Class<?> running;
    private final Map<?, ?> enforcement;

    private LabEngine(LabServices services) throws ClassNotFoundException {
        this.engine = services.type(BRIDGE, BRIDGE + ".engine.Engine");
        this.running = services.type(BRIDGE, BRIDGE + ".engine.Engine$Running");
        this.enforcement = delegated(
                services.type(CORE, CORE + ".feature.Privilege"), services.type(CORE, CORE + ".session.Enforcement"));
    }

    /** From now on this agent has it. */
    static LabEngine in(LabPc pc) throws ClassNotFoundException {
        LabEngine lab = new LabEngine(pc.services());
        ServiceRegistration<?> registered =
                pc.agent().context().registerService(lab.engine.getName(), lab.proxy(lab.engine), null);
        if (registered.getReference() == null) {
            throw new AssertionError("it was not registered");
        }
        return lab;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // classes of the agent's
    private static Map<?, ?> delegated(Class<?> privilege, Class<?> enforcement) {
        Map all = new EnumMap(privilege);
        for (Object each : privilege.getEnumConstants()) {
            all.put(each, Enum.valueOf((Class) enforcement, "DELEGATED"));
        }
        return all;
    }

    private Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer(self, method.getName(), arguments));
    }

    private Object answer(Object self, String method, Object[] arguments) {
        switch (method) {
            case "id":
                return ID;
            case "feature":
                return RemoteSupportTest.FEATURE;
            case "enforcement":
                return enforcement;
            case "hindrances":
                return List.of();
            case "begin":
                begun.incrementAndGet();
                return proxy(running);
            case "cut":
                cut.incrementAndGet();
                return null;
            case "equals":
                return self == arguments[0];
            case "hashCode":
                return System.identityHashCode(self);
            case "toString":
                return "the engine of the test";
            default:
                return null; // given, refused, freeze
        }
    }
}
