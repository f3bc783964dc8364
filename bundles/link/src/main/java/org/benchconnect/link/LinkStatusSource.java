package org.benchconnect.link;

import org.benchconnect.core.link.Link;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says how the link is, and what stands in its way. */
@Component
public final class LinkStatusSource implements StatusSource {
    /** What is reported. */
    enum Subject {
        LINK_OFF,
        LINK_REFUSED,
        LINK_CONNECTING,
        LINK_ONLINE,
        LINK_WAITING
    }

    /** With what facts. */
    enum Name implements FactName {
        PROBLEM,
        WAITING,
        NEXT_ATTEMPT_SECONDS,
        /** Return code of the last CONNACK of this run, MQTT 3.1.1, table 3.1; not there if no sign-in was answered. */
        SIGN_IN_CODE,
        /** When that came. */
        SIGN_IN_EPOCH_SECONDS
    }

    private final PahoLink link;

    /** Of the one link. */
    @Activate
    public LinkStatusSource(@Reference PahoLink link) {
        this.link = link;
    }

    @Override
    public Status status() {
        Link.Status now = link.status();
        Problem problem = link.problem();
        Subject subject =
                switch (now.state()) {
                    case OFF -> problem == Problem.LINK_NO_PROBLEM ? Subject.LINK_OFF : Subject.LINK_REFUSED;
                    case CONNECTING -> Subject.LINK_CONNECTING;
                    case ONLINE -> Subject.LINK_ONLINE;
                    case WAITING -> Subject.LINK_WAITING;
                };
        Facts facts = Facts.none()
                .with(Name.PROBLEM, problem)
                .with(Name.WAITING, now.waiting())
                .with(Name.NEXT_ATTEMPT_SECONDS, link.untilNextAttempt().toSeconds());
        return new Status(
                subject,
                link.lastSignIn()
                        .map(answer -> facts.with(Name.SIGN_IN_CODE, answer.code())
                                .with(Name.SIGN_IN_EPOCH_SECONDS, answer.at().getEpochSecond()))
                        .orElse(facts));
    }
}
