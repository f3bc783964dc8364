package org.benchconnect.upgrade.feature;

import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.signature.CertificateNotValidAtException;
import org.benchconnect.crypto.signature.CodeSignatureException;
import org.benchconnect.crypto.signature.NoTimeStampException;
import org.benchconnect.crypto.signature.TimeStampRefusedException;
import org.benchconnect.upgrade.tuf.ExpiredMetadataException;
import org.benchconnect.upgrade.tuf.MalformedMetadataException;
import org.benchconnect.upgrade.tuf.NotEnoughSignaturesException;
import org.benchconnect.upgrade.tuf.RolledBackException;
import org.benchconnect.upgrade.tuf.TooLongException;
import org.benchconnect.upgrade.tuf.UnsupportedSpecificationException;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;

/** Which kind of refusal each broken promise is for people. */
final class Refusals {
    private Refusals() {}

    static FeatureRefusedException of(UntrustedMetadataException e) {
        return refused(reason(e), e);
    }

    private static RefusedFor reason(UntrustedMetadataException e) {
        if (e instanceof MalformedMetadataException || e instanceof UnsupportedSpecificationException) {
            return RefusedFor.METADATA;
        } else if (e instanceof NotEnoughSignaturesException) {
            return RefusedFor.SIGNATURES;
        } else if (e instanceof ExpiredMetadataException) {
            return RefusedFor.EXPIRED;
        } else if (e instanceof RolledBackException) {
            return RefusedFor.ROLLED_BACK;
        } else if (e instanceof TooLongException tooLong && !tooLong.isStated()) {
            return RefusedFor.TOO_LARGE;
        }
        return RefusedFor.MISMATCH;
    }

    static FeatureRefusedException of(CodeSignatureException e) {
        if (e instanceof TimeStampRefusedException stamp && stamp.isAhead()) {
            return refused(RefusedFor.CLOCK, e);
        }
        boolean time = e instanceof NoTimeStampException
                || e instanceof TimeStampRefusedException
                || e instanceof CertificateNotValidAtException;
        return refused(time ? RefusedFor.TIME_STAMP : RefusedFor.SIGNER, e);
    }

    static FeatureRefusedException of(MalformedFeatureException e) {
        return refused(RefusedFor.DOCUMENT, e);
    }

    static FeatureRefusedException of(MalformedModuleException e) {
        return refused(RefusedFor.MODULE, e);
    }

    /** The same refusal as people, logs and terminals get it. */
    static FeatureRefusedException said(FeatureRefusedException e) {
        FeatureRefusedException said =
                new FeatureRefusedException(e.reason(), Sentence.of(String.valueOf(e.getMessage())), e.choices());
        said.initCause(e);
        return said;
    }

    private static FeatureRefusedException refused(RefusedFor reason, Exception e) {
        return new FeatureRefusedException(reason, String.valueOf(e.getMessage()), e);
    }
}
