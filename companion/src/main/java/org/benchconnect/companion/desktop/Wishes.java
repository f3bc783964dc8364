package org.benchconnect.companion.desktop;

/** What a person can want from the companion: from a bubble or the menu. Each returns at once; on any thread. */
public interface Wishes {
    /** Acknowledge the notice of this number. */
    void acknowledge(long notice);

    /** Open the agent's page in the browser. */
    void openPage();

    /** No sound for an hour. */
    void muteForAnHour();

    /** No sound until switched on. */
    void mute();

    /** Sound again. */
    void unmute();

    /** End the companion. */
    void quit();
}
