package org.benchconnect.host;

import java.util.Set;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What the checks of this PC say. A notice clears when its check looked again and found it well. */
enum HostCode implements SignalCode {
    /** A disk is nearly full. */
    PC_DISK_LOW(Kind.PERFORMANCE, HostFact.VOLUME),
    /** As it went in the last days, a disk will soon be full. */
    PC_DISK_FILLING(Kind.PERFORMANCE, HostFact.VOLUME),
    /** Programs have hardly any memory left, and not only for a moment. */
    PC_MEMORY_LOW(Kind.PERFORMANCE),
    /** The clock is wrong. */
    PC_CLOCK_OFF(Kind.CONFIGURATION),
    /** Nobody sets the clock. */
    PC_CLOCK_NOT_SYNCHRONISED(Kind.CONFIGURATION),
    /** A service that should run does not. */
    PC_SERVICE_NOT_RUNNING(Kind.SOFTWARE, HostFact.SERVICE_NUMBER),
    /** A certificate has expired or soon will. */
    PC_CERTIFICATE_EXPIRES(Kind.SECURITY, HostFact.ROLE, HostFact.CERTIFICATE_NUMBER),
    /** A file that should hold certificates cannot be read as such. */
    PC_CERTIFICATE_UNREADABLE(Kind.CONFIGURATION, HostFact.ROLE, HostFact.CERTIFICATE_NUMBER),
    /** The operating system gets no security updates any more. */
    PC_SYSTEM_UNSUPPORTED(Kind.CONFIGURATION),
    /** It soon gets none. */
    PC_SYSTEM_SUPPORT_ENDS(Kind.CONFIGURATION),
    /** An update waits for a restart. */
    PC_RESTART_WAITS(Kind.CONFIGURATION),
    /** The newest backup is old, or there is none. */
    PC_BACKUP_OLD(Kind.CONFIGURATION),
    /** The folder of the backups cannot be read. */
    PC_BACKUP_UNREADABLE(Kind.CONFIGURATION),
    /** The antivirus program knows nothing of the newest threats. */
    PC_ANTIVIRUS_OLD(Kind.SECURITY),
    /** The antivirus program is off. */
    PC_ANTIVIRUS_OFF(Kind.SECURITY);

    private final Kind kind;
    private final Set<FactName> subject;

    HostCode(Kind kind, FactName... subject) {
        this.kind = kind;
        this.subject = Set.of(subject);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Set<FactName> subject() {
        return subject;
    }
}
