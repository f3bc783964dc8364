package org.benchconnect.launcher;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who asked for a change of the modules and waits while a thread of the launcher's makes it. Who is among the modules that stop is let go before: its stop may
 * wait for this very thread. An interrupt does not end the waiting, and is kept.
 */
final class Asker {
    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);

    private final Bundle module;
    private final CompletableFuture<@Nullable Void> answer = new CompletableFuture<>();

    /** Whose module it is. */
    Asker(Bundle module) {
        this.module = module;
    }

    /** What is done on the thread of the launcher's. */
    @FunctionalInterface
    interface Change {
        void make() throws ModulesRefusedException;
    }

    /** Has it done. Returns when it is, or before the asker's own module stops in it; then what comes of it is logged. */
    void waitFor(String name, Change change) throws ModulesRefusedException {
        Thread thread = new Thread(() -> make(name, change), name);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    answer.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** These stop now. */
    void stops(Collection<Bundle> modules) {
        if (modules.contains(module)) {
            answer.complete(null);
        }
    }

    private void make(String name, Change change) {
        try {
            change.make();
            answer.complete(null);
        } catch (ModulesRefusedException | RuntimeException e) {
            if (!answer.completeExceptionally(e)) {
                LOG.error("{} failed after its caller stopped", name, e);
            }
        }
    }

    /** With what failed on the other thread as its cause. */
    private static ModulesRefusedException refused(@Nullable Throwable cause) {
        return cause instanceof ModulesRefusedException refused
                ? new ModulesRefusedException(refused.rule(), String.valueOf(refused.getMessage()), refused)
                : new ModulesRefusedException(
                        Rule.NOT_STARTED,
                        "The change of the modules failed: " + cause,
                        cause == null ? new IllegalStateException("unknown") : cause);
    }
}
