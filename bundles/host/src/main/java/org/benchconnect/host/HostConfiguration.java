package org.benchconnect.host;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Section {@code host}. The defaults are those of {@link HostLimits#SHIPPED}; they are this project's own, from what is usual in
 * the care of PCs, not an instrument maker's.
 */
@ObjectClassDefinition(name = "Host", description = "Checks of the PC itself.")
public @interface HostConfiguration {
    @AttributeDefinition(
            min = "1",
            max = "1440",
            description = "How often this PC is checked, every 1 to 1440 minutes. As shipped: 15")
    int every_minutes() default 15;

    @AttributeDefinition(
            min = "0",
            max = "3600",
            description =
                    "How long after its start, or after a change of these settings, this agent first checks this PC, 0 to 3600"
                            + " seconds; later keeps the start quick. As shipped: 60")
    int first_round_seconds() default 60;

    @AttributeDefinition(
            min = "1",
            max = "50",
            description =
                    "A disk with less free than this is a warning, in percent of its size, 1 to 50. As shipped: 10")
    double disk_warning_percent() default 10;

    @AttributeDefinition(
            min = "0.1",
            max = "50",
            description =
                    "A disk with less free than this is a fault, in percent of its size, 0.1 to 50. As shipped: 3")
    double disk_fault_percent() default 3;

    @AttributeDefinition(
            min = "1",
            max = "10000",
            description =
                    "A disk with this much free or more is never low, whatever its size, 1 to 10000 gigabytes. As shipped: 50")
    double disk_enough_gigabytes() default 50;

    @AttributeDefinition(
            min = "1",
            max = "365",
            description =
                    "A disk that will be full within so many days, as it went in the last two weeks, is a warning, 1 to 365"
                            + " days. As shipped: 14")
    int disk_full_days() default 14;

    @AttributeDefinition(
            required = false,
            description =
                    "A folder, absolute, whose disk is checked too, such as the instrument's data; without it the disks of the"
                            + " system and of this agent are, and the fullest other one")
    String data_folder() default "";

    @AttributeDefinition(
            min = "1",
            max = "50",
            description =
                    "Less available memory than this is a warning, in percent of the PC's memory, 1 to 50. As shipped: 10")
    double memory_warning_percent() default 10;

    @AttributeDefinition(
            min = "0.1",
            max = "50",
            description =
                    "Less available memory than this is a fault, in percent of the PC's memory, 0.1 to 50. As shipped: 4")
    double memory_fault_percent() default 4;

    @AttributeDefinition(
            min = "1",
            max = "20",
            description = "Memory is low when so many looks in a row found it so, 1 to 20 looks. As shipped: 3")
    int memory_looks() default 3;

    @AttributeDefinition(
            min = "1",
            max = "3600",
            description = "A clock further off than this is a warning, 1 to 3600 seconds. As shipped: 30")
    double clock_warning_seconds() default 30;

    @AttributeDefinition(
            min = "1",
            max = "86400",
            description = "A clock further off than this is a fault, 1 to 86400 seconds. As shipped: 300")
    double clock_fault_seconds() default 300;

    @AttributeDefinition(
            required = false,
            description =
                    "Services of the operating system that must run, by their names (of systemd units without .service), at"
                            + " most 32. A notice tells the place in this list, never the name")
    String[] services() default {};

    @AttributeDefinition(
            required = false,
            description =
                    "Files with certificates to be watched besides this agent's own, PEM or DER, absolute or relative to the"
                            + " home folder, at most 32. A notice tells the place in this list, never the name")
    String[] certificates() default {};

    @AttributeDefinition(
            min = "1",
            max = "365",
            description = "A certificate that expires sooner than this is a warning, 1 to 365 days. As shipped: 30")
    int certificate_warning_days() default 30;

    @AttributeDefinition(
            min = "0",
            max = "1000",
            description =
                    "An operating system whose support ends sooner than this is for information, 0 to 1000 days. As shipped:"
                            + " 180")
    int system_warning_days() default 180;

    @AttributeDefinition(
            required = false,
            description =
                    "The day until which a contract of your own gives security updates for this PC's operating system, such as"
                            + " 2028-10-10. It stands in place of the public date")
    String system_supported_until() default "";

    @AttributeDefinition(
            min = "0",
            max = "90",
            description =
                    "An update that waits longer than this for a restart is a warning, 0 to 90 days. As shipped: 3")
    int restart_warning_days() default 3;

    @AttributeDefinition(
            required = false,
            description =
                    "The folder into which this PC's backups are written, absolute. The ages of its files are looked at, two"
                            + " folders deep, nothing else. Without it no backup is checked")
    String backup_folder() default "";

    @AttributeDefinition(
            min = "1",
            max = "8760",
            description = "A newest backup older than this is a warning, 1 to 8760 hours. As shipped: 36")
    int backup_warning_hours() default 36;

    @AttributeDefinition(
            min = "1",
            max = "8760",
            description = "A newest backup older than this is a fault, 1 to 8760 hours. As shipped: 168")
    int backup_fault_hours() default 168;

    @AttributeDefinition(
            min = "1",
            max = "90",
            description = "Antivirus definitions older than this are a warning, 1 to 90 days. As shipped: 7")
    int antivirus_warning_days() default 7;
}
