package org.benchconnect.consent.grant;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what runs by consent, and what stands in the way: the worst first. */
@Component
public final class ConsentReport implements StatusSource {
    private final GivenConsents consents;

    /** Of the one place where consents are. */
    @Activate
    public ConsentReport(@Reference GivenConsents consents) {
        this.consents = consents;
    }

    /** What is reported. */
    enum Subject {
        CONSENT,
        CONSENT_ASKS,
        CONSENT_DOES_NOT_RUN,
        CONSENT_GRANT_REFUSED,
        CONSENT_FROZEN,
        CONSENT_NOT_DURABLE,
        CONSENT_NO_LEDGER,
        CONSENT_LEDGER_UNREADABLE
    }

    /** With what numbers. */
    enum Name implements FactName {
        RUNNING,
        STOPPED,
        REFUSED,
        WAITING
    }

    @Override
    public Status status() {
        Overview.Summary now = consents.summary();
        return new Status(
                subject(now),
                Facts.none()
                        .with(Name.RUNNING, now.running())
                        .with(Name.STOPPED, now.stopped())
                        .with(Name.REFUSED, now.refused())
                        .with(Name.WAITING, now.waiting()));
    }

    /** The worst. */
    static Subject subject(Overview.Summary now) {
        if (!now.durable()) {
            return Subject.CONSENT_NOT_DURABLE;
        } else if (!now.readable()) {
            return Subject.CONSENT_LEDGER_UNREADABLE;
        } else if (!now.ledger()) {
            return Subject.CONSENT_NO_LEDGER;
        } else if (now.refused() > 0) {
            return Subject.CONSENT_GRANT_REFUSED;
        } else if (now.stopped() > 0) {
            return Subject.CONSENT_DOES_NOT_RUN;
        } else if (now.frozen()) {
            return Subject.CONSENT_FROZEN;
        }
        return now.waiting() > 0 ? Subject.CONSENT_ASKS : Subject.CONSENT;
    }
}
