package org.benchconnect.teamviewerbridge.teamviewer;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Section {@code remote-support-teamviewer} of the settings. A change ends a running session. */
@ObjectClassDefinition(
        name = "Remote support through TeamViewer",
        description = "How the TeamViewer client on this PC is used; none of its own settings is changed by this")
public @interface TeamViewerConfiguration {
    @AttributeDefinition(
            name = "Service",
            description = "Whether the client's service always runs, or only during a session that a person here"
                    + " requested. As shipped: always",
            options = {@Option(label = "always", value = "always"), @Option(label = "session", value = "session")})
    String service() default "always";

    @AttributeDefinition(
            name = "Unexpected connection",
            description = "What happens to a connection that nobody here asked for: stop ends it by stopping the"
                    + " client's service, tell only writes it down and raises a notice. As shipped: stop",
            options = {@Option(label = "stop", value = "stop"), @Option(label = "tell", value = "tell")})
    String unexpected() default "stop";

    @AttributeDefinition(
            name = "Times in the log",
            description = "Which clock the client's log of connections shows, as found out at this site: utc, local,"
                    + " or unknown, then its times are not used. As shipped: unknown",
            options = {
                @Option(label = "unknown", value = "unknown"),
                @Option(label = "utc", value = "utc"),
                @Option(label = "local", value = "local")
            })
    String log_times() default "unknown";

    @AttributeDefinition(
            name = "Log",
            description = "The client's log of connections that come in, an absolute path; empty: where the client"
                    + " writes it as shipped. At most 400 characters")
    String log_file() default "";
}
