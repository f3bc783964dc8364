package org.benchconnect.adapter.dxflex;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Section {@code adapter.dxflex} of the settings, with keys such as {@code folder} and {@code abort-warning-percent}. The prefix makes {@code folder} and
 * {@code pattern} the service properties that an adapter has. The defaults are those of {@link DxflexLimits#SHIPPED}. Public, because Declarative
 * Services reads the prefix from outside and takes one that it cannot read for none.
 */
@ObjectClassDefinition(name = "DxFLEX, CytoFLEX")
public @interface DxflexConfiguration {
    String PREFIX_ = "adapter.";

    @AttributeDefinition(
            required = false,
            description = "Folder into which CytExpert exports its FCS files and reports of quality control, absolute."
                    + " Without it nothing is watched")
    String folder();

    @AttributeDefinition(
            description =
                    "Names of its files, a glob. Add csv and CSV where reports of quality control are exported into"
                            + " the same folder. As shipped: *.{fcs,FCS}")
    String pattern() default "*.{fcs,FCS}";

    @AttributeDefinition(
            required = false,
            description = "Serial number of the instrument on this PC, 1 to 32 letters, digits, dots, hyphens or"
                    + " underscores. A file of another one is a warning; without it nothing is compared")
    String serial_number() default "";

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description =
                    "More aborted events than this are a warning, in percent of aborted and acquired events, 0.1 to"
                            + " 100. As shipped: 10")
    double abort_warning_percent() default 10;

    @AttributeDefinition(
            min = "0.1",
            max = "100",
            description = "More aborted events than this are a fault, in percent of aborted and acquired events, 0.1 to"
                    + " 100. As shipped: 50")
    double abort_fault_percent() default 50;

    @AttributeDefinition(
            min = "0",
            max = "1000000",
            description = "More lost events than this in one run are a warning, 0 to 1000000 events. As shipped: 0")
    int lost_events() default 0;

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
            min = "1",
            max = "50",
            description =
                    "After this many runs a new build of the software is the usual one, 1 to 50 runs. As shipped: 10")
    int usual_runs() default 10;

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
