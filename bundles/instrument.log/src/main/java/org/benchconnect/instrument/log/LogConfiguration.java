package org.benchconnect.instrument.log;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Section {@code instrument.log} of the settings: a log of an instrument whose adapter follows none itself. */
@ObjectClassDefinition(
        name = "Log of an instrument",
        description = "Follows the log of an instrument's software; a table says which lines mean what")
public @interface LogConfiguration {
    @AttributeDefinition(
            required = false,
            description = "Short name of the adapter of the instrument to which the log belongs, as in adapter.<name>")
    String adapter() default "instrument";

    @AttributeDefinition(
            required = false,
            description = "Folder in which the log lies, absolute. Without it nothing is followed")
    String folder() default "";

    @AttributeDefinition(description = "Names of the log's files, a glob such as App*.log. As shipped: *.log")
    String pattern() default "*.log";

    @AttributeDefinition(
            description = "How the log is written. AUTO tells UTF-16 by its first bytes, else UTF-8 with Windows-1252"
                    + " for lines that are none",
            options = {
                @Option(label = "AUTO", value = "AUTO"),
                @Option(label = "UTF_8", value = "UTF_8"),
                @Option(label = "UTF_16LE", value = "UTF_16LE"),
                @Option(label = "UTF_16BE", value = "UTF_16BE"),
                @Option(label = "WINDOWS_1252", value = "WINDOWS_1252")
            })
    String encoding() default "AUTO";

    @AttributeDefinition(
            required = false,
            description = "What lines mean, at most 100 rules such as: LINK_LOST fault instrument 3 in 10m clears after"
                    + " 1h: connection .* lost")
    String[] rules() default {};

    @AttributeDefinition(
            required = false,
            description = "Date and time that lines begin with, as Java's DateTimeFormatter writes it, such as"
                    + " yyyy-MM-dd HH:mm:ss; empty: a line counts when it is read")
    String time_form() default "";

    @AttributeDefinition(
            min = "0",
            max = "1440",
            description = "Minutes without a line after which the instrument counts as idle, and as acquiring until"
                    + " then, 0 to 1440; 0: that proves nothing. As shipped: 0")
    int quiet_minutes() default 0;
}
