package org.benchconnect.link;

/** A setting of section {@code link} cannot be used. */
final class RefusedSettingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    RefusedSettingException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
