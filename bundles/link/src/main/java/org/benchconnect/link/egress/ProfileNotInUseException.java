package org.benchconnect.link.egress;

/** The settings mean no profile that counts on this PC: it is not there, or the installation chose another, or none with wildcards. */
public final class ProfileNotInUseException extends Exception {
    private static final long serialVersionUID = 1;

    private final EgressProblem problem;

    ProfileNotInUseException(EgressProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    EgressProblem problem() {
        return problem;
    }
}
