package org.benchconnect.link.egress;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The addresses of the laboratory's own network that an administrator named, apart from the vendor's. A list of which one entry is wrong permits
 * nothing: somebody meant more than what would be left of it.
 */
@Component(service = LaboratoryList.class, configurationPid = "org.benchconnect.egress")
@Designate(ocd = LaboratoryList.Configuration.class)
public final class LaboratoryList {
    private static final int MOST = 32;

    /** Section {@code egress}. What the service side's hosts are is no setting: the vendor profile in the installation folder says it. */
    @ObjectClassDefinition(
            name = "Egress",
            description = "Where this agent may connect to, beside the hosts of the vendor profile (R-13).")
    @interface Configuration {
        /** The laboratory's own. */
        @AttributeDefinition(
                name = "Laboratory",
                description =
                        "The systems in the laboratory's own network whose reachability adapters test, each as host:port, an IPv6"
                                + " address in brackets; at most 32; an address must be a private one. Nothing is ever sent"
                                + " to them, and no message to the service side goes there. Empty: none.")
        String[] laboratory() default {};
    }

    private final Optional<Set<HostPort>> entries;

    /** Reads it. */
    @Activate
    public LaboratoryList(Configuration section) {
        this(section.laboratory());
    }

    LaboratoryList(String... written) {
        this.entries = read(written);
    }

    private static Optional<Set<HostPort>> read(String... written) {
        Set<HostPort> entries = new LinkedHashSet<>();
        for (String each : written) {
            Optional<HostPort> entry = HostPort.of(each.strip()).filter(found -> isOfLaboratory(found.host()));
            if (entry.isEmpty() || entries.size() == MOST) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return Optional.of(Set.copyOf(entries));
    }

    private static boolean isOfLaboratory(Host host) {
        return host.isName() || host.isLoopback() || host.isPrivateAddress();
    }

    /** What may be connected to. */
    Set<HostPort> entries() {
        return entries.orElse(Set.of());
    }

    /** Whether an entry is wrong, so that there are none. */
    boolean isBroken() {
        return entries.isEmpty();
    }
}
