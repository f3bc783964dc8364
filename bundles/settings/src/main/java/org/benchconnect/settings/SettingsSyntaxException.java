package org.benchconnect.settings;

/** The file is no settings file from some place on. Never leaves {@link SettingsFile#parse}. */
final class SettingsSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    SettingsSyntaxException(Problem problem) {
        super(problem.remedy(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
