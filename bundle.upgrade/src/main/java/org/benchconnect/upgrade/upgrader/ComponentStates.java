package org.benchconnect.upgrade.upgrader;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What the component runtime says of all components that are there (Declarative Services, 112.9). */
final class ComponentStates {
    private ComponentStates() {}

    /**
     * Components that are not as they should be, as {@code symbolic name/component}.
     *
     * @param failed threw when they were activated
     * @param unsatisfied miss a service; one that misses its configuration waits for people and is not among them
     * @param described all of them
     * @param well those that serve, or do so as soon as somebody wants them
     */
    record Seen(Set<String> failed, Set<String> unsatisfied, Set<String> described, Set<String> well) {
        /** Copies the sets. */
        Seen {
            failed = Set.copyOf(failed);
            unsatisfied = Set.copyOf(unsatisfied);
            described = Set.copyOf(described);
            well = Set.copyOf(well);
        }
    }

    /** Asks it; may block as long as it wants to. */
    static Seen of(ServiceComponentRuntime runtime) {
        Set<String> failed = new TreeSet<>();
        Set<String> unsatisfied = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        Set<String> well = new TreeSet<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            String name = component.bundle.symbolicName + "/" + component.name;
            described.add(name);
            Collection<ComponentConfigurationDTO> states = runtime.getComponentConfigurationDTOs(component);
            if (has(states, ComponentConfigurationDTO.FAILED_ACTIVATION)) {
                failed.add(name);
            } else if (has(states, ComponentConfigurationDTO.UNSATISFIED_REFERENCE)) {
                unsatisfied.add(name);
            } else if (has(states, ComponentConfigurationDTO.ACTIVE)
                    || has(states, ComponentConfigurationDTO.SATISFIED)) {
                well.add(name);
            }
        }
        return new Seen(failed, unsatisfied, described, well);
    }

    private static boolean has(Collection<ComponentConfigurationDTO> states, int state) {
        return states.stream().anyMatch(one -> one.state == state);
    }
}
