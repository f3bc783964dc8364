package org.benchconnect.host;

import java.util.Set;

/** What is checked, and the codes that each check alone raises and clears. */
enum Topic {
    DISKS(HostCode.PC_DISK_LOW, HostCode.PC_DISK_FILLING),
    MEMORY(HostCode.PC_MEMORY_LOW),
    CLOCK(HostCode.PC_CLOCK_OFF, HostCode.PC_CLOCK_NOT_SYNCHRONISED),
    SERVICES(HostCode.PC_SERVICE_NOT_RUNNING),
    CERTIFICATES(HostCode.PC_CERTIFICATE_EXPIRES, HostCode.PC_CERTIFICATE_UNREADABLE),
    SYSTEM(HostCode.PC_SYSTEM_UNSUPPORTED, HostCode.PC_SYSTEM_SUPPORT_ENDS),
    RESTART(HostCode.PC_RESTART_WAITS),
    BACKUP(HostCode.PC_BACKUP_OLD, HostCode.PC_BACKUP_UNREADABLE),
    ANTIVIRUS(HostCode.PC_ANTIVIRUS_OLD, HostCode.PC_ANTIVIRUS_OFF);

    private final Set<HostCode> codes;

    Topic(HostCode... codes) {
        this.codes = Set.of(codes);
    }

    /** Whether this check alone speaks of a code. */
    boolean owns(String code) {
        return codes.stream().anyMatch(own -> own.name().equals(code));
    }
}
