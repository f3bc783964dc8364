package org.benchconnect.cli.account;

import org.benchconnect.cli.account.Agent.Answer;

/** The agent refused; its answer says why. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    /** With that answer. */
    public RefusedException(Answer answer) {
        super(answer.reason());
        this.answer = answer;
    }

    /** The answer. */
    public Answer answer() {
        return answer;
    }
}
