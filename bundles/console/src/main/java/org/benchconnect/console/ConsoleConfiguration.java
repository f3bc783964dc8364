package org.benchconnect.console;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code console} of the configuration. */
@ObjectClassDefinition(id = Console.PID, name = "Console", description = "The local page and API, on 127.0.0.1 only")
@interface ConsoleConfiguration {
    @AttributeDefinition(
            name = "Port",
            description =
                    "TCP port on 127.0.0.1, 1 to 65535; 0 takes that of last time or else a free one, written to run/api",
            min = "0",
            max = "65535")
    int port() default 0;

    @AttributeDefinition(
            name = "Idle session",
            description = "Minutes after which a page that shows nothing must sign in again, 5 to 10080",
            min = "5",
            max = "10080")
    int session_idle_minutes() default 720;

    @AttributeDefinition(
            name = "Longest session",
            description = "Hours after which any page must sign in again, 1 to 2160",
            min = "1",
            max = "2160")
    int session_longest_hours() default 720;
}
