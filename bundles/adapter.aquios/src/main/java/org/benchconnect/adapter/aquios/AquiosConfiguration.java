package org.benchconnect.adapter.aquios;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Section {@code adapter.aquios} of the settings, with keys such as {@code folder} and {@code fewest-events}. The prefix makes {@code folder} and
 * {@code pattern} the service properties that an adapter has. The defaults are those of {@link AquiosLimits#SHIPPED}. Public, because Declarative
 * Services reads the prefix from outside and takes one that it cannot read for none.
 */
@ObjectClassDefinition(name = "AQUIOS CL")
public @interface AquiosConfiguration {
    String PREFIX_ = "adapter.";

    @AttributeDefinition(
            required = false,
            description = "Folder into which the instrument writes its list mode files, absolute. Without it nothing is"
                    + " watched")
    String folder();

    @AttributeDefinition(description = "Names of its files, a glob. As shipped: *.{lmd,LMD}")
    String pattern() default "*.{lmd,LMD}";

    @AttributeDefinition(
            required = false,
            description = "Serial number of the instrument on this PC, 1 to 32 letters, digits, dots, hyphens or"
                    + " underscores. A file of another one is a warning; without it nothing is compared")
    String serial_number() default "";

    @AttributeDefinition(
            description =
                    "The oldest version of Windows that counts as supported, as its files name it: 6.1 is Windows 7, 10.0"
                            + " Windows 10. Older ones are a warning. As shipped: 10.0")
    String oldest_windows() default "10.0";

    @AttributeDefinition(
            min = "1",
            max = "1000000",
            description = "A run with fewer events than this is a warning, 1 to 1000000 events. As shipped: 100")
    int fewest_events() default 100;

    @AttributeDefinition(
            min = "1",
            max = "100",
            description =
                    "Few events, or files that are not whole, in this many runs in a row are a fault, 1 to 100 runs."
                            + " As shipped: 3")
    int repeated_runs() default 3;

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description =
                    "A detector whose voltage or gain, or a clock whose step, is further from that of the last runs than this"
                            + " is a warning, in percent, 0.1 to 100. As shipped: 5")
    double drift_percent() default 5;

    @AttributeDefinition(
            min = "1",
            max = "50",
            description =
                    "How many of the last runs tell what is usual for detectors, clock and operating system, 1 to 50 runs."
                            + " As shipped: 10")
    int drift_window_runs() default 10;

    @AttributeDefinition(
            min = "1",
            max = "50",
            description = "Detectors and clock are compared once this many runs are known, 1 to 50 runs. As shipped: 3")
    int drift_minimum_runs() default 3;
}
