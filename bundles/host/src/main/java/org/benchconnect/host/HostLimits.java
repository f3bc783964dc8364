package org.benchconnect.host;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What is still well. Units and ranges are in {@link HostConfiguration}.
 *
 * @param diskWarningPercent free
 * @param diskFaultPercent free
 * @param diskEnoughGigabytes a disk with as much free is never low
 * @param diskFullDays a disk that will be full sooner is a warning
 * @param memoryWarningPercent available
 * @param memoryFaultPercent available
 * @param memoryLooks so many in a row must find it low
 * @param clockWarningSeconds off
 * @param clockFaultSeconds off
 * @param certificateWarningDays before the end
 * @param systemWarningDays before the end of support
 * @param systemSupportedUntil a contract's own date, or null
 * @param restartWarningDays waited for a restart
 * @param backupWarningHours of age
 * @param backupFaultHours of age
 * @param antivirusWarningDays of age
 */
record HostLimits(
        double diskWarningPercent,
        double diskFaultPercent,
        double diskEnoughGigabytes,
        int diskFullDays,
        double memoryWarningPercent,
        double memoryFaultPercent,
        int memoryLooks,
        double clockWarningSeconds,
        double clockFaultSeconds,
        int certificateWarningDays,
        int systemWarningDays,
        @Nullable LocalDate systemSupportedUntil,
        int restartWarningDays,
        int backupWarningHours,
        int backupFaultHours,
        int antivirusWarningDays) {

    static final HostLimits SHIPPED = new HostLimits(10, 3, 50, 14, 10, 4, 3, 30, 300, 30, 180, null, 3, 36, 168, 7);

    /** The limits of this PC. A date that is none is as good as no date. */
    static HostLimits of(HostConfiguration configuration) {
        return new HostLimits(
                configuration.disk_warning_percent(),
                configuration.disk_fault_percent(),
                configuration.disk_enough_gigabytes(),
                configuration.disk_full_days(),
                configuration.memory_warning_percent(),
                configuration.memory_fault_percent(),
                configuration.memory_looks(),
                configuration.clock_warning_seconds(),
                configuration.clock_fault_seconds(),
                configuration.certificate_warning_days(),
                configuration.system_warning_days(),
                date(configuration.system_supported_until()),
                configuration.restart_warning_days(),
                configuration.backup_warning_hours(),
                configuration.backup_fault_hours(),
                configuration.antivirus_warning_days());
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
