package org.benchconnect.link;

import org.benchconnect.core.link.Stream;
import org.benchconnect.core.link.Streams;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which streams the laboratory has switched on. Presence always is, once a service side is configured, and so are
 * what a person sends and the event log of remote sessions, which only a person here can begin. */
@Component(configurationPid = "org.benchconnect.streams")
@Designate(ocd = ConfiguredStreams.Configuration.class)
public final class ConfiguredStreams implements Streams {
    /** Section {@code streams}. */
    @ObjectClassDefinition(name = "Streams", description = "What may leave this PC.")
    @interface Configuration {
        /** Notices. */
        @AttributeDefinition(
                name = "Notices",
                description =
                        "Whether notices (code, kind, severity, state, count, facts, first and last time) go to the"
                                + " service side: true or false.")
        boolean notices() default false;

        /** Notices about this PC. */
        @AttributeDefinition(
                name = "Host checks",
                description =
                        "Whether notices of the checks of this PC (disk, memory, clock, services, certificates; in the form of"
                                + " other notices) go to the service side: true or false.")
        boolean host_checks() default false;

        /** What became of upgrades. */
        @AttributeDefinition(
                name = "Release reports",
                description =
                        "Whether the outcome of each upgrade (version before, version after, how it ended) goes to the"
                                + " service side: true or false.")
        boolean release_reports() default false;

        /** Heads of the ledger. */
        @AttributeDefinition(
                name = "Audit heads",
                description =
                        "Whether the signed heads of the ledger (its identity, how many entries it has, one hash over them,"
                                + " time, signature; no entry) go to the service side, which can then show that none was cut"
                                + " off: true or false.")
        boolean audit_heads() default false;
    }

    private final boolean notices;
    private final boolean hostChecks;
    private final boolean releaseReports;
    private final boolean auditHeads;

    /** Takes the configuration. */
    @Activate
    public ConfiguredStreams(Configuration configuration) {
        this.notices = configuration.notices();
        this.hostChecks = configuration.host_checks();
        this.releaseReports = configuration.release_reports();
        this.auditHeads = configuration.audit_heads();
    }

    @Override
    public boolean on(Stream stream) {
        return switch (stream) {
            case PRESENCE, REGISTRATION, SESSIONS -> true;
            case NOTICES -> notices;
            case HOST_CHECKS -> hostChecks;
            case RELEASE_REPORTS -> releaseReports;
            case AUDIT_HEADS -> auditHeads;
        };
    }
}
