package org.benchconnect.core.store;

/** The database did not do what it was asked; nothing of that change is stored. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StoreHealth health;

    /** With what the database's state is. */
    public StoreException(StoreHealth health, String message, Throwable cause) {
        super(message, cause);
        this.health = health;
    }

    /** What the database's state is. */
    public StoreHealth health() {
        return health;
    }
}
