package org.benchconnect.engine.rfb.filter;

/** Where the picture goes. */
@FunctionalInterface
public interface PictureOutput {
    /**
     * Passes all of these bytes or none, waiting for room.
     *
     * @throws StreamCutException if none: there is no lease for it, or it is frozen, or over
     */
    void pass(byte[] bytes, int length) throws StreamCutException;
}
