package org.benchconnect.instrument.folder;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code instrument.folder} of the settings. What is out of its range is taken as the nearest value in it. */
@ObjectClassDefinition(
        name = "Instrument folders",
        description = "How the folders are watched into which instruments write")
@interface FolderConfiguration {
    @AttributeDefinition(
            name = "Poll",
            description = "Milliseconds between two looks into a folder, 100 to 60000",
            min = "100",
            max = "60000")
    int poll_milliseconds() default 250;

    @AttributeDefinition(
            name = "Stable",
            description = "Milliseconds for which a file must look the same before it is read, 100 to 600000",
            min = "100",
            max = "600000")
    int stable_milliseconds() default 500;

    @AttributeDefinition(
            name = "Look back",
            description =
                    "Hours; when a folder is watched for the first time ever, files older than this are taken as read,"
                            + " 0 to 8760",
            min = "0",
            max = "8760")
    int look_back_hours() default 24;

    @AttributeDefinition(
            name = "Run gap",
            description =
                    "Minutes after a file was last written for which the instrument still counts as acquiring, 1 to 240",
            min = "1",
            max = "240")
    int run_gap_minutes() default 10;

    @AttributeDefinition(
            name = "Idle after",
            description =
                    "Minutes without any writing after which the instrument counts as idle, 2 to 1440; never less than"
                            + " the run gap",
            min = "2",
            max = "1440")
    int idle_after_minutes() default 30;

    @AttributeDefinition(
            name = "Largest file",
            description = "Megabytes; a larger file is refused unread, 1 to 1000000",
            min = "1",
            max = "1000000")
    int max_file_megabytes() default 4096;

    @AttributeDefinition(
            name = "Files for the clock",
            description =
                    "Number of the last new files whose times are compared with this PC's clock at their arrival (the"
                            + " median counts), 5 to 200",
            min = "5",
            max = "200")
    int clock_skew_files() default 20;

    @AttributeDefinition(
            name = "Clock skew",
            description =
                    "Minutes; a notice says when the files' times are further than this from this PC's clock, and clears"
                            + " below two fifths of it, 2 to 1440 (as shipped: what Kerberos tolerates, RFC 4120, 8.2)",
            min = "2",
            max = "1440")
    int clock_skew_minutes() default 5;
}
