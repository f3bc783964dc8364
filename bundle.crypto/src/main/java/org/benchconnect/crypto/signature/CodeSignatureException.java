package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** A code-signing signature is refused; each kind is one broken rule. The message says it to a person. */
public abstract sealed class CodeSignatureException extends Exception
        permits NotSignedException,
                MalformedSignatureException,
                BrokenSignatureException,
                WeakSignatureException,
                UntrustedSignerException,
                WrongPurposeException,
                WrongSignerException,
                CertificateNotValidAtException,
                RevokedSignerException,
                NoTimeStampException,
                TimeStampRefusedException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    private final String rule;
    private final String expected;
    private final String found;

    /** @param rule what is wrong, as the beginning of a sentence in lower case */
    CodeSignatureException(String rule, String expected, String found, @Nullable Throwable cause) {
        super(
                Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ": expected " + shown(expected) + ", found "
                        + shown(found) + ".",
                cause);
        this.rule = rule;
        this.expected = expected;
        this.found = found;
    }

    final String rule() {
        return rule;
    }

    /** Text of a certificate's, in a message: short, and nothing that hides, turns text, or that a terminal acts upon. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(c -> isVisible(c) ? c : '?').forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** What the rule asks for. */
    public final String expected() {
        return expected;
    }

    /** What was there instead, as it was: not made fit for a terminal or a log, as the message is. */
    public final String found() {
        return found;
    }
}
