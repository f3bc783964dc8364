package org.benchconnect.upgrade.repository;

import java.io.IOException;
import org.benchconnect.core.feature.RefusedFor;

/**
 * A source of releases broke a rule, one type for each rule. The message is an English sentence with what was expected and
 * what was found; text that came from the source is made printable and short in it.
 */
public abstract sealed class SourceRefusedException extends IOException
        permits SourceAddressException,
                NoRepositoryException,
                UnsafePathException,
                UnsafeFileException,
                HostNotPermittedException,
                UntrustedServerException,
                ServerAnswerException,
                BrokenOffException,
                SlowSourceException,
                OversizedException,
                ArchiveException,
                ModuleBytesException {
    private static final long serialVersionUID = 1L;

    private final RefusedFor reason;

    SourceRefusedException(RefusedFor reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What kind of refusal this is for a person. */
    public final RefusedFor reason() {
        return reason;
    }
}
