package org.benchconnect.store;

/** A thread of the store: the writer's or that of the completions. It is never made to wait for the other. */
final class StoreThread extends Thread {
    private StoreThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    static StoreThread of(Runnable work, String name) {
        return new StoreThread(work, name);
    }

    static boolean isCurrent() {
        return Thread.currentThread() instanceof StoreThread;
    }
}
