package org.benchconnect.tests.powerloss;

/**
 * Something that people do at a PC.
 *
 * @param name what
 * @param deed how
 */
record Step(String name, Deed deed) {
    /** May be refused. */
    @FunctionalInterface
    interface Deed {
        void at(Pc pc) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
