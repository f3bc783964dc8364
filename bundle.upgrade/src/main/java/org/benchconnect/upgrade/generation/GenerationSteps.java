package org.benchconnect.upgrade.generation;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;

/**
 * The steps of a change of generation, each durable before the next; a service within this bundle alone. After a loss of power at any place the pointer names a whole
 * generation, and the launcher or {@link #trial} says whether it is on trial. One change at a time; safe for any thread.
 */
public interface GenerationSteps {
    /** The number that the pointer names. */
    int current() throws FeatureRefusedException;

    /**
     * Writes a signed generation with these verified features in place of their versions now, beside the one that runs; nothing names it yet. Base features too.
     *
     * @param documents the SHA-256 of each feature document, from plans made since the agent started
     * @return its number
     * @throws FeatureRefusedException if one is not what it was, or the disk does not take it; then nothing of it is left
     */
    int stage(List<String> documents) throws FeatureRefusedException;

    /**
     * The same for one feature, whether a version of it is here or not.
     *
     * @throws FeatureRefusedException as {@link #stage}
     */
    int stageFeature(String document) throws FeatureRefusedException;

    /**
     * The same without a feature. Also while a generation is on trial: taking away waits for nothing.
     *
     * @throws FeatureRefusedException if the disk does not take it
     */
    int stageWithout(String feature) throws FeatureRefusedException;

    /**
     * Moves the pointer with the way back laid ready, and has the launcher run it: it is on trial from now on.
     *
     * A lower number than the current one is a person's way back. A higher one was staged for what runs now, and nothing ran of it yet. If the caller's module is among those that go,
     * this returns before the first one stops: then it must not do or tell anything more. While one is on trial, what is switched to is on trial with it, and the way back stays.
     *
     * @throws FeatureRefusedException if it is not whole, was made for something else, the disk does not take the way back, or its modules do not start; then the pointer is back and what ran
     *     before runs
     */
    void switchTo(int generation) throws FeatureRefusedException;

    /** It stays: the way back is taken away, old generations too. A disk that does not take that leaves it on trial. */
    void commit() throws FeatureRefusedException;

    /**
     * The pointer goes back first, then the modules; if they do not, the process ends with the launcher's code for a new start. Why is for the caller to write into the
     * journal before: it may be one of the modules that go. A generation that was never committed is taken away.
     *
     * @throws FeatureRefusedException if none is on trial
     */
    void goBack() throws FeatureRefusedException;

    /** The generation on trial; empty if what runs is committed. */
    Optional<Trial> trial();

    /**
     * Where a person can go back to: the generation that ran before this one, or the newest one that ever ran, with a lower number than the current one, whole under this
     * installation. None that a person left by going back: a second way back leads further back, never forward. Empty if there is none.
     */
    Optional<Integer> before();

    /** Whether a generation is there, signed by this device or the installation's own, with all its modules. Their bytes are the launcher's to verify. */
    boolean isWhole(int generation);

    /** Takes away a generation that nothing names. */
    void discard(int generation);

    /**
     * A generation that has to show that it is well.
     *
     * @param generation its number
     * @param before the one to go back to
     * @param starts how often the agent started with it
     */
    record Trial(int generation, int before, int starts) {}
}
