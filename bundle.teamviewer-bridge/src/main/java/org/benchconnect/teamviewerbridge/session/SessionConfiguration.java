package org.benchconnect.teamviewerbridge.session;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Section {@code remote-support} of the settings. Every limit can be made shorter than as shipped, none longer. A change ends a running session. */
@ObjectClassDefinition(
        name = "Remote support",
        description = "Sessions in which the service side helps, always started by a person here")
public @interface SessionConfiguration {
    @AttributeDefinition(
            name = "Engine",
            description = "What carries a session: the TeamViewer client, or the open engine. As shipped: teamviewer",
            options = {@Option(label = "teamviewer", value = "teamviewer"), @Option(label = "rfb", value = "rfb")})
    String engine() default "teamviewer";

    @AttributeDefinition(
            name = "Idle",
            description =
                    "Minutes without anything done by the supporter after which a session ends, 1 to 10. As shipped: 10",
            min = "1",
            max = "10")
    int idle_minutes() default 10;

    @AttributeDefinition(
            name = "Longest session",
            description = "Hours after which every session ends, 1 to 4. As shipped: 4",
            min = "1",
            max = "4")
    int longest_hours() default 4;

    @AttributeDefinition(
            name = "Question",
            description = "Seconds after which a request that nobody answers counts as a no, 10 to 60. As shipped: 60",
            min = "10",
            max = "60")
    int question_seconds() default 60;
}
