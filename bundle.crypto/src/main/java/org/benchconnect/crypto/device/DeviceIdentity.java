package org.benchconnect.crypto.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.benchconnect.crypto.secret.Secret;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The keys of this PC, opened. The service is there when they are: made in the background at the first start, never while
 * somebody waits, and absent for as long as they cannot be opened. A consumer's reference is dynamic and optional. All methods are
 * quick except those on streams, work on any thread, and never ask a person anything.
 *
 * <p>Guaranteed: the keys were made on this PC, lie sealed on its disk, and nothing of them leaves through this interface. Not
 * guaranteed: that somebody with the rights of the service account cannot use them; {@link #protector()} says what it takes to carry
 * them away.
 */
@ProviderType
public interface DeviceIdentity {
    /** Ed25519 (RFC 8032), 32 bytes. */
    byte[] publicKey();

    /**
     * Ed25519, 64 bytes, over these bytes: {@code benchconnect-signed-message 1}, the end of the line (U+000A), {@code purpose}, a space, the
     * purpose, the end of the line, then the message. So a signature for one purpose is none for another, and none of a list, whatever
     * a peer wants signed.
     *
     * @param purpose what it is for, like {@code "link.login"}: 1 to 64 characters of a to z, 0 to 9, dot and hyphen, the first no dot or hyphen
     */
    byte[] sign(String purpose, byte[] message);

    /**
     * Ed25519, 64 bytes, over the lines of a list's signature exactly as they are: the launcher trusts what was signed so. Never for
     * bytes that somebody else made.
     *
     * @param lines the five lines of {@code benchconnect-signed-list 1} without the one of the signature, as the launcher's {@code SignedList} makes
     *     them
     * @throws IllegalArgumentException when they are anything else
     */
    byte[] signList(byte[] lines);

    /** RSA-4096 as X.509 SubjectPublicKeyInfo, DER: what others encrypt a key to this device with. */
    byte[] rsaPublicKey();

    /**
     * Opens a key of at most 446 bytes that somebody encrypted to {@link #rsaPublicKey()} by RSAES-OAEP (RFC 8017) with SHA-256, MGF1 with
     * SHA-256 and no label.
     */
    Secret unwrap(byte[] wrapped) throws WrongWrapException;

    /**
     * Seals until the end of the stream. Opens only on this device, whole, and for the same purpose. Closes neither stream.
     *
     * @param purpose what it is for, like {@code "store.backup"}: 1 to 64 characters of a to z, 0 to 9, dot and hyphen
     */
    void seal(String purpose, InputStream plain, OutputStream sealed) throws IOException;

    /**
     * The opposite. Bytes written before an exception are genuine, but not all there is: throw them away. Closes neither stream.
     *
     * @throws org.benchconnect.crypto.secret.SealBrokenException when it was changed, cut, or sealed elsewhere or for something else
     */
    void open(String purpose, InputStream sealed, OutputStream plain) throws IOException;

    /** What protects the keys, with the level that it gives. */
    ProtectorKind protector();
}
