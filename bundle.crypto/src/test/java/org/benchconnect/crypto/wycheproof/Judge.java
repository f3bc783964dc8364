package org.benchconnect.crypto.wycheproof;

import java.security.GeneralSecurityException;

/** Gives one vector to the product. */
@FunctionalInterface
public interface Judge {
    /** The product's answer; an exception is a refusal. */
    Answer judge(Vector vector) throws GeneralSecurityException;
}
