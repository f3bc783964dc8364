package org.benchconnect.launcher;

import java.util.List;
import java.util.function.Consumer;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * The service as one module has it: a change lets go of its caller before that caller stops.
 *
 * @param modules the same for all
 * @param asker whose it is
 */
record ModulesOf(VerifiedModules modules, Bundle asker) implements Modules {
    @Override
    public void switchToCurrent() throws ModulesRefusedException {
        modules.switchToCurrent(new Asker(asker));
    }

    @Override
    public void goBack() throws ModulesRefusedException {
        modules.goBack(new Asker(asker));
    }

    @Override
    public void restart() {
        modules.restart(asker.getSymbolicName() + " asked for it");
    }

    @Override
    public void start(String feature, long serial) throws ModulesRefusedException {
        modules.start(feature, serial);
    }

    @Override
    public void evict(String feature) {
        modules.evict(feature);
    }

    @Override
    public List<FeatureModules> features() {
        return modules.features();
    }

    @Override
    public void listen(Consumer<GateRefusal> listener) {
        modules.listen(listener);
    }

    /** Gives each module its own. */
    record Factory(VerifiedModules modules) implements ServiceFactory<Modules> {
        @Override
        public Modules getService(Bundle bundle, ServiceRegistration<Modules> registration) {
            return new ModulesOf(modules, bundle);
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Modules> registration, Modules service) {
            // nothing is held
        }
    }
}
