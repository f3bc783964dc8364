package org.benchconnect.core.link;

/**
 * A registration on its way.
 *
 * @param registration what a person has seen and sent
 */
public record RegistrationReport(Registration registration) implements Report {
    @Override
    public Stream stream() {
        return Stream.REGISTRATION;
    }

    @Override
    public Priority priority() {
        return Priority.FIRST;
    }
}
