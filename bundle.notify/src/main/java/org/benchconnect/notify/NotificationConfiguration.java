package org.benchconnect.notify;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code notifications} of the settings. What is out of its range is taken as the nearest value in it. */
@ObjectClassDefinition(name = "Notifications", description = "When notices are told, pressed on, and forgotten")
public @interface NotificationConfiguration {
    /** Flap damping. */
    @AttributeDefinition(
            name = "Flapping",
            description =
                    "Minutes (0 to 240): what clears and comes back within them is the same notice, and only after them the"
                            + " service side is told that it cleared. 0: each time is a new notice, and a clearing is told at once.",
            min = "0",
            max = "240")
    int flap_minutes() default 15;

    /** How many make a storm. */
    @AttributeDefinition(
            name = "Storm",
            description =
                    "Notices (2 to 100) of one kind that open singly within the time of a storm; the ones after them are"
                            + " counted in one notice. Faults always open singly.",
            min = "2",
            max = "100")
    int storm_notices() default 5;

    /** Within which time. */
    @AttributeDefinition(
            name = "Time of a storm",
            description =
                    "Minutes (1 to 240) within which many notices of one kind are a storm, and without another after which"
                            + " it is over.",
            min = "1",
            max = "240")
    int storm_minutes() default 10;

    /** Pressing on of faults. */
    @AttributeDefinition(
            name = "Press on faults after",
            description =
                    "Minutes (0 to 10080) after which a fault that nobody acknowledged is told again, and then again after"
                            + " twice the time, four times, and so on. 0: never.",
            min = "0",
            max = "10080")
    int escalate_fault_minutes() default 15;

    /** Pressing on of warnings. */
    @AttributeDefinition(
            name = "Press on warnings after",
            description = "The same for warnings, in minutes (0 to 10080). 0: never.",
            min = "0",
            max = "10080")
    int escalate_warning_minutes() default 240;

    /** Quiet hours. */
    @AttributeDefinition(
            name = "Quiet hours",
            description =
                    "Local time from and to, such as 20:00-06:30, in which what is only good to know is kept and told when"
                            + " they end. Warnings and faults are always told at once. Empty: none.")
    String quiet_hours() default "";

    /** Shifts. */
    @AttributeDefinition(
            name = "Shifts",
            description =
                    "Local times at which shifts begin, 1 to 12, with commas. What happened since the shift before the"
                            + " running one began is shown to a new shift.")
    String shift_starts() default "06:00,14:00,22:00";

    /** Days of history. */
    @AttributeDefinition(
            name = "Days of history",
            description = "Days (1 to 400) for which a notice is kept after it cleared.",
            min = "1",
            max = "400")
    int history_days() default 400;

    /** Notices of history. */
    @AttributeDefinition(
            name = "Notices of history",
            description = "Cleared notices (100 to 10000) that are kept; of more, the newest.",
            min = "100",
            max = "10000")
    int history_notices() default 10_000;
}
