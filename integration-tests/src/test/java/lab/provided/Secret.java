package lab.provided;

/** For modules whose feature has the privilege, and nobody else. */
public final class Secret {
    private Secret() {}

    /** Leaves a trace that somebody got here. */
    public static void reach(String trace) {
        System.setProperty(trace, "reached");
    }
}
