package org.benchconnect.crypto.device;

import com.sun.jna.platform.win32.Crypt32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinCrypt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;

/**
 * Windows' data protection (CryptProtectData) for the account of this process, never for the whole PC, without a dialogue. Needs
 * JNA; loaded on Windows alone. Windows binds the key to the account's password or, for a service's virtual account, to the PC.
 */
final class DpapiProtector implements KeyProtector {
    private static final byte[] ENTROPY = "benchconnect device key 1".getBytes(StandardCharsets.US_ASCII);

    @Override
    public ProtectorKind kind() {
        return ProtectorKind.DPAPI;
    }

    @Override
    public byte[] protect(Secret key) throws ProtectorException {
        byte[] bytes = key.exposeBytes();
        try {
            return Crypt32Util.cryptProtectData(
                    bytes, ENTROPY, WinCrypt.CRYPTPROTECT_UI_FORBIDDEN, "BenchConnect device key", null);
        } catch (Win32Exception | LinkageError e) {
            throw new ProtectorException.Unavailable("Windows' data protection does not answer", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public Secret unprotect(byte[] blob) throws ProtectorException {
        byte[] bytes = opened(blob);
        try {
            if (bytes.length != SealingKey.LENGTH) {
                throw new ProtectorException.Refused("what Windows' data protection opened is no device key");
            }
            return Secret.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] opened(byte[] blob) throws ProtectorException {
        try {
            return Crypt32Util.cryptUnprotectData(blob, ENTROPY, WinCrypt.CRYPTPROTECT_UI_FORBIDDEN, null);
        } catch (Win32Exception e) {
            throw new ProtectorException.Refused(
                    "Windows' data protection does not open the device key for this account on this PC", e);
        } catch (LinkageError e) {
            throw new ProtectorException.Unavailable("Windows' data protection cannot be reached", e);
        }
    }
}
