package org.benchconnect.adapter.navios;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Section {@code adapter.navios} of the settings, with keys such as {@code folder} and {@code laser-warning-percent}. The prefix
 * makes {@code folder} and {@code pattern} the service properties that an adapter has. The defaults are those of
 * {@link NaviosLimits#SHIPPED}. Public, because Declarative Services reads the prefix from outside and takes one that it cannot
 * read for none.
 */
@ObjectClassDefinition(name = "Navios, Navios EX, Gallios")
public @interface NaviosConfiguration {
    String PREFIX_ = "adapter.";

    @AttributeDefinition(
            required = false,
            description = "Folder into which the instrument writes its list mode files, absolute. Without it nothing is"
                    + " watched")
    String folder();

    @AttributeDefinition(
            description =
                    "Names of its files, a glob. Add csv and CSV where reports of quality control are exported into the"
                            + " same folder. As shipped: *.{lmd,LMD}")
    String pattern() default "*.{lmd,LMD}";

    @AttributeDefinition(
            required = false,
            description = "Serial number of the instrument on this PC, 1 to 32 letters, digits, dots, hyphens or"
                    + " underscores. A file of another one is a warning; without it nothing is compared")
    String serial_number() default "";

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description =
                    "An open laser further from its target than this is a warning, in percent of the target, 0.1 to"
                            + " 100. As shipped: 5")
    double laser_warning_percent() default 5;

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description = "An open laser further from its target than this is a fault, in percent of the target, 0.1 to"
                    + " 100. As shipped: 10")
    double laser_fault_percent() default 10;

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description =
                    "An open laser that loses more than this within a run is a warning, in percent of its power at the"
                            + " start, 0.1 to 100. As shipped: 3")
    double laser_sag_percent() default 3;

    @AttributeDefinition(
            min = "1",
            max = "100",
            description =
                    "A laser counts as in use when its shutter was open for this many runs in a row, 1 to 100 runs."
                            + " As shipped: 10")
    int shutter_open_runs() default 10;

    @AttributeDefinition(
            min = "0",
            max = "100",
            description =
                    "More stopped runs than this are a warning, in percent of the runs looked at, 0 to 100. As shipped:"
                            + " 20")
    double stop_rate_percent() default 20;

    @AttributeDefinition(
            min = "1",
            max = "100",
            description = "How many of the last runs are looked at for stopped ones, 1 to 100 runs. As shipped: 20")
    int stop_window_runs() default 20;

    @AttributeDefinition(
            min = "1",
            max = "100",
            description = "Fewer stopped runs than this are never a warning, 1 to 100 runs. As shipped: 3")
    int stop_minimum_runs() default 3;

    @AttributeDefinition(
            min = "1",
            max = "1000000",
            description = "A run with fewer events than this is a warning, 1 to 1000000 events. As shipped: 100")
    int fewest_events() default 100;

    @AttributeDefinition(
            min = "1",
            max = "100",
            description =
                    "Few events, or files that are not whole, in this many runs in a row are a fault, 1 to 100 runs. As shipped:"
                            + " 3")
    int repeated_runs() default 3;

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description =
                    "A detector whose voltage or gain is further from that of the last runs than this is a warning, in"
                            + " percent, 0.1 to 100. As shipped: 5")
    double drift_percent() default 5;

    @AttributeDefinition(
            min = "1",
            max = "50",
            description =
                    "How many of the last runs tell what is usual for detectors, build and settings, 1 to 50 runs. As shipped:"
                            + " 10")
    int drift_window_runs() default 10;

    @AttributeDefinition(
            min = "1",
            max = "50",
            description =
                    "Detectors are compared once this many runs of a protocol are known, 1 to 50 runs. As shipped: 3")
    int drift_minimum_runs() default 3;

    @AttributeDefinition(
            min = "0",
            max = "100",
            description =
                    "More tubes than this whose code the reader could not read are a warning, in percent of the runs looked"
                            + " at, 0 to 100. As shipped: 20")
    double barcode_rate_percent() default 20;

    @AttributeDefinition(
            min = "1",
            max = "100",
            description =
                    "How many of the last runs with a reader of codes are looked at, 1 to 100 runs. As shipped: 20")
    int barcode_window_runs() default 20;

    @AttributeDefinition(
            min = "1",
            max = "100",
            description =
                    "Fewer runs with a code that could not be read than this are never a warning, 1 to 100 runs. As shipped: 3")
    int barcode_minimum_runs() default 3;

    @AttributeDefinition(
            min = "0.1",
            max = "1000",
            description =
                    "A detector whose gain changed by more than this since the report of quality control before fails,"
                            + " in percent, 0.1 to 1000; set what your laboratory accepts. As shipped: 20")
    double qc_change_percent() default 20;

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description =
                    "A detector whose robust coefficient of variation is larger than this in a report of quality control"
                            + " fails, in percent, 0.1 to 100; set what your laboratory accepts. As shipped: 6")
    double qc_rcv_percent() default 6;

    @AttributeDefinition(
            min = "1",
            max = "90",
            description =
                    "A run more days after the last report of quality control than this is a warning, once there was a"
                            + " report, 1 to 90 days. As shipped: 1")
    int qc_due_days() default 1;
}
