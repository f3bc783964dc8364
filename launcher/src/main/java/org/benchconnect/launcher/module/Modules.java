package org.benchconnect.launcher.module;

import java.util.List;
import java.util.function.Consumer;

/**
 * The running modules. Everything that is admitted here was verified by the launcher itself, from the files: the signature of this device on the
 * generation's list and on the grant, and each module's bytes. A caller can ask, not vouch. One change at a time; safe for any thread.
 *
 * <p>{@link #switchToCurrent} and {@link #goBack} are made by a thread of the launcher's. If the caller's own module is among those that stop in it, they return
 * before the first one stops, when everything new is installed and resolved: the change goes on, its caller must not wait for it, and what came of it is
 * where the pointer names it. An interrupt does not end the waiting, and is kept.
 */
public interface Modules {
    /**
     * Runs the generation that {@code generations/current} names now: admits and starts what is new in features without privileges, stops and uninstalls
     * what is gone, leaves the rest alone. A feature with privileges that changed runs no more until {@link #start}.
     *
     * <p>Who is wired to a module that goes is made anew with it, and nothing stays wired to one that went. A module with native code, which a process loads once,
     * changes by {@link #RESTART}, on trial only.
     *
     * <p>A module's start has 20 s; one that has not ended then is stopped and uninstalled, and if it cannot be, the process ends with {@link #RESTART}.
     *
     * @throws ModulesRefusedException if its list, signature or a module's bytes are not right, or a module did not start in time; then the pointer is where
     *     {@code generations/current.before} said, if that lay there, and the generation before runs on
     */
    void switchToCurrent() throws ModulesRefusedException;

    /**
     * Goes back: first the pointer, by {@code generations/current.before}, durable; then its generation runs as by {@link #switchToCurrent}. If modules do not start
     * or stop in time, the process ends with {@link #RESTART}, and the next start runs it. The caller may be one of the modules that go.
     *
     * @throws ModulesRefusedException if no way back lies there; then nothing has changed
     */
    void goBack() throws ModulesRefusedException;

    /** Ends the process with {@link #RESTART} after at most a second: the supervisor starts it again. */
    void restart();

    /**
     * Admits and starts the modules of a feature with privileges, by the grant in {@code grants/<feature>}.
     *
     * @param serial the grant's serial, from 1: the caller knows it from the ledger
     * @throws ModulesRefusedException with the rule, also if the feature was evicted after this was called; nothing of the feature runs then. The limit of
     *     {@link #switchToCurrent} holds
     */
    void start(String feature, long serial) throws ModulesRefusedException;

    /**
     * Stops and uninstalls the modules of a feature, with privileges or without, within a second. When this returns, none of them runs, is starting or will be
     * started by a call made before, and the framework holds no class of them. A module that has not stopped after 400 ms, or a change under way that
     * has not ended after 300 ms, such as the feature's own start, ends the process, with exit code {@link #RESTART}, by {@link Runtime#halt}: make it durable
     * first, or within that time, that the feature does not run again.
     *
     * <p>A feature without privileges starts again with the next switch or start of the agent unless it has left the generation by then; one whose name is in
     * the installation's own release list is never evicted. A feature that does not run is passed over.
     */
    void evict(String feature);

    /** Every feature of the running generation, in the order of its list. */
    List<FeatureModules> features();

    /** Tells what the gate refuses from now on, and what it refused before anybody listened, the newest 100; on the refused thread, so be quick. */
    void listen(Consumer<GateRefusal> listener);

    /** The exit code that asks the supervisor for a new start. */
    int RESTART = 75;

    /**
     * A feature of the running generation.
     *
     * @param name such as {@code org.benchconnect.base}
     * @param version its version
     * @param privileges tokens, sorted; empty if it needs no grant
     * @param models for which instruments it is released, sorted; empty if it has nothing to do with instruments
     * @param sha256 the digests of its modules, in the order in which they start
     * @param running whether all of them run and, if it has privileges, it was started by its grant and not evicted since
     */
    record FeatureModules(
            String name,
            String version,
            List<String> privileges,
            List<String> models,
            List<String> sha256,
            boolean running) {}
}
