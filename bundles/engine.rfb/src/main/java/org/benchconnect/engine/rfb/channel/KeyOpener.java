package org.benchconnect.engine.rfb.channel;

import org.benchconnect.crypto.device.WrongWrapException;
import org.benchconnect.crypto.secret.Secret;

/** Opens what was encrypted to this PC's RSA key. */
@FunctionalInterface
public interface KeyOpener {
    /** What was in it, by RSAES-OAEP with SHA-256. */
    Secret unwrap(byte[] wrapped) throws WrongWrapException;
}
