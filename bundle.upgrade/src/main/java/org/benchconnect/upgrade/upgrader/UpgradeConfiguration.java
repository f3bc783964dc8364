package org.benchconnect.upgrade.upgrader;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code upgrade}. */
@ObjectClassDefinition(
        name = "Upgrade",
        description = "When the agent looks for new releases, and when it may change its modules.")
public @interface UpgradeConfiguration {
    /** Where releases come from. */
    @AttributeDefinition(
            name = "Source",
            description =
                    "Folder or zip file of a repository, absolute, or the https address of the vendor profile; empty:"
                            + " that address.")
    String source() default "";

    /** How often it is asked. */
    @AttributeDefinition(
            name = "Look",
            min = "0",
            max = "10080",
            description =
                    "Minutes (0 to 10080) between two looks for new releases, each up to a tenth earlier or later;"
                            + " 0: never by itself, only when somebody asks.")
    int look_minutes() default 60;

    /** The maintenance window. */
    @AttributeDefinition(
            name = "Window",
            description = "When an allowed upgrade may change modules: HH:MM-HH:MM in local time, over midnight too,"
                    + " several with commas; empty: always. Outside it the upgrade waits. A text of another form keeps it"
                    + " closed.")
    String window() default "";

    /** How long a new generation proves itself. */
    @AttributeDefinition(
            name = "Health",
            min = "10",
            max = "3600",
            description = "Seconds (10 to 3600) for which a new generation must be well before it stays; if it is not,"
                    + " the one before comes back.")
    int health_seconds() default 60;
}
