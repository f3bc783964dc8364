package org.benchconnect.adapter.cellmek;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Section {@code adapter.cellmek} of the settings. Public, because Declarative Services reads the prefix from outside and takes one that it cannot read for none.
 */
@ObjectClassDefinition(
        name = "CellMek SPS",
        description = "Sample preparation, known by its service, its connection, its queue and its log")
public @interface CellMekConfiguration {
    String PREFIX_ = "adapter.";

    @AttributeDefinition(
            required = false,
            description = "Name of the service that must run: the short one on Windows, the unit on Linux")
    String service() default "";

    @AttributeDefinition(
            required = false,
            description =
                    "File name of the program that must run, such as CellMek.exe; only where there is no service, and where"
                            + " the agent's account may see it")
    String program() default "";

    @AttributeDefinition(
            required = false,
            description = "Name or address in the laboratory's network to which a connection must be possible. The"
                    + " administrator's list must permit it; nothing is sent")
    String host() default "";

    @AttributeDefinition(min = "0", max = "65535", description = "TCP port of that host, 1 to 65535; 0: not checked")
    int port() default 0;

    @AttributeDefinition(
            min = "5",
            max = "3600",
            description = "Seconds between two checks of service, connection and queue, 5 to 3600. As shipped: 60")
    int check_seconds() default 60;

    @AttributeDefinition(
            required = false,
            description =
                    "Folder in which messages or results wait as files, absolute. Only counts and ages are looked at")
    String queue_folder() default "";

    @AttributeDefinition(description = "Names of the files that wait, a glob. As shipped: *")
    String queue_pattern() default "*";

    @AttributeDefinition(
            min = "1",
            max = "10080",
            description = "Minutes for which a file may wait; longer is a warning, 1 to 10080. As shipped: 30")
    int queue_warning_minutes() default 30;

    @AttributeDefinition(
            min = "1",
            max = "10080",
            description = "Minutes for which a file may wait; longer is a fault, 1 to 10080. As shipped: 120")
    int queue_fault_minutes() default 120;

    @AttributeDefinition(
            min = "0",
            max = "1440",
            description = "Minutes without a waiting file after which the system counts as idle, 0 to 1440; 0: an empty"
                    + " queue proves nothing. As shipped: 0")
    int queue_idle_minutes() default 0;

    @AttributeDefinition(
            required = false,
            description = "Folder in which the software's log lies, absolute. Without it no log is followed")
    String log_folder() default "";

    @AttributeDefinition(description = "Names of the log's files, a glob. As shipped: *.log")
    String log_pattern() default "*.log";

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
    String log_encoding() default "AUTO";

    @AttributeDefinition(
            required = false,
            description = "What lines mean, at most 100 rules such as: LINK_LOST fault instrument 3 in 10m clears after"
                    + " 1h: connection .* lost")
    String[] log_rules() default {};

    @AttributeDefinition(
            required = false,
            description = "Date and time that lines begin with, as Java's DateTimeFormatter writes it, such as"
                    + " yyyy-MM-dd HH:mm:ss; empty: a line counts when it is read")
    String log_time_form() default "";

    @AttributeDefinition(
            min = "0",
            max = "1440",
            description = "Minutes without a line after which the system counts as idle, and as acquiring until then,"
                    + " 0 to 1440; 0: that proves nothing. As shipped: 0")
    int log_quiet_minutes() default 0;
}
