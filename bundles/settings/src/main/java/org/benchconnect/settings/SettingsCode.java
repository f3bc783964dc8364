package org.benchconnect.settings;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What this bundle says. */
enum SettingsCode implements SignalCode {
    /** Something in the settings file is wrong. */
    SETTINGS_INVALID,
    /** A feature brings a setting that its module does not take. */
    FEATURE_SETTINGS_INVALID;

    @Override
    public Kind kind() {
        return Kind.CONFIGURATION;
    }

    /** The facts it says it with. */
    enum Fact implements FactName {
        /** Where the worst problem stands, from 1; missing if the file as a whole is meant. */
        LINE,
        /** From 1. */
        COLUMN,
        /** Its {@link Defect}. */
        PROBLEM,
        /** How many problems there are. */
        PROBLEMS,
        /** Whether there is a file. */
        FILE,
        /** How many sections of it are in force. */
        SECTIONS,
        /** How many settings differ from the values as shipped. */
        DEVIATIONS
    }

    /** What it reports to {@code status}. */
    enum Subject {
        /** The settings file. */
        SETTINGS,
        /** That there is none. */
        SETTINGS_AS_SHIPPED
    }
}
