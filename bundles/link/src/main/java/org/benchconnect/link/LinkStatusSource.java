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
        NEXT_ATTEMPT_SECONDS
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
        return new Status(
                subject,
                Facts.none()
                        .with(Name.PROBLEM, problem)
                        .with(Name.WAITING, now.waiting())
                        .with(Name.NEXT_ATTEMPT_SECONDS, link.untilNextAttempt().toSeconds()));
    }
}
