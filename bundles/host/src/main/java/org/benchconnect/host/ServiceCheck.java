package org.benchconnect.host;

import java.util.List;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.ServiceState;
import org.benchconnect.host.reading.ServiceState.State;

/** Whether the services run that the settings name. */
final class ServiceCheck {
    private ServiceCheck() {}

    static Verdict judge(List<ServiceState> services) {
        Verdict.Draft draft = new Verdict.Draft();
        services.stream()
                .filter(service -> service.state() != State.SERVICE_RUNNING)
                .forEach(service -> draft.found(
                        HostCode.PC_SERVICE_NOT_RUNNING,
                        service.state() == State.SERVICE_STOPPED ? Severity.FAULT : Severity.WARNING,
                        Facts.none()
                                .with(HostFact.SERVICE_NUMBER, service.number())
                                .with(HostFact.STATE, service.state())));
        return draft.done();
    }
}
