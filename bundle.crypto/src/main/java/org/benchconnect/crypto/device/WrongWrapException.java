package org.benchconnect.crypto.device;

import java.io.IOException;

/** Bytes that were not encrypted to this device's RSA key, or were changed on the way; which of both is not told. */
public final class WrongWrapException extends IOException {
    private static final long serialVersionUID = 1L;

    /** For every implementation of {@link DeviceIdentity#unwrap}. */
    public WrongWrapException() {
        super("these bytes were not encrypted to this device, or were changed");
    }
}
