package org.benchconnect.cli.diagnostics;

/** A word that an installed module ships: a code, a token, the name of a fact or of a class. Only a {@link Vocabulary} has them, so to hold one is the proof. */
final class Word {
    private final String text;

    Word(String text) {
        this.text = text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Word word && word.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
