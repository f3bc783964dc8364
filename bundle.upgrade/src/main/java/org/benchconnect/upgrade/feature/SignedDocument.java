package org.benchconnect.upgrade.feature;

import java.util.HexFormat;

/**
 * A feature document whose signer was verified, with the bytes that were signed: what a generation keeps beside its list. Only
 * {@code FeatureVerification} makes one of a repository's.
 */
public final class SignedDocument {
    private final FeatureDocument document;
    private final byte[] bytes;
    private final byte[] signature;

    SignedDocument(FeatureDocument document, byte[] bytes, byte[] signature) {
        this.document = document;
        this.bytes = bytes.clone();
        this.signature = signature.clone();
    }

    /** What it says. */
    public FeatureDocument document() {
        return document;
    }

    /** The signed bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The detached code-signing signature, CMS in DER. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The SHA-256 of the signed bytes, 64 hexadecimal digits: its identity. */
    public String digest() {
        return HexFormat.of().formatHex(ModuleFile.sha256().digest(bytes));
    }
}
