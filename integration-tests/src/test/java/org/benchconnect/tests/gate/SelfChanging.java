package org.benchconnect.tests.gate;

import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Asks for the switch in which it goes itself, on a thread that its stop waits for. */
public final class SelfChanging implements BundleActivator {
    /** What came of it, as a property of the system. */
    static final String ANSWER = "org.benchconnect.tests.answer";
    /** Whether the thread had ended when the module had stopped. */
    static final String ENDED = "org.benchconnect.tests.ended";

    private Thread asking;

    @Override
    public void start(BundleContext context) {
        Modules modules = context.getService(context.getServiceReference(Modules.class));
        asking = new Thread(() -> ask(modules), "asks for its own end");
        Runnable begin = asking::start;
        context.registerService(Runnable.class, begin, null);
    }

    private static void ask(Modules modules) {
        try {
            modules.switchToCurrent();
            System.setProperty(ANSWER, "done");
        } catch (ModulesRefusedException | RuntimeException e) {
            System.setProperty(ANSWER, e.getClass().getSimpleName());
        }
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        asking.join(60_000);
        System.setProperty(ENDED, String.valueOf(!asking.isAlive()));
    }
}
