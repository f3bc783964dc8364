package org.benchconnect.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.benchconnect.crypto.device.DeviceIdentity;

/**
 * The device's own key for the broker: EC P-256, made on this PC, sealed by what protects the device's keys, and never written otherwise. Its public half leaves in a
 * certificate request. Both lie beside the certificate's file: {@code <certificate>.key.sealed} and {@code <certificate>.request}.
 */
final class SealedClientKey {
    private static final String PURPOSE = "tls.client-key";
    private static final int MAX_FILE = 4096;

    private final Path sealed;
    private final Path request;
    private final String name;

    /**
     * Beside a certificate.
     *
     * @param certificate its file, which need not be there yet
     * @param name the common name to ask for
     */
    SealedClientKey(Path certificate, String name) {
        this.sealed = certificate.resolveSibling(certificate.getFileName() + ".key.sealed");
        this.request = certificate.resolveSibling(certificate.getFileName() + ".request");
        this.name = name;
    }

    /**
     * Opens it; makes it first if there is none. A request that is missing is written too.
     *
     * @throws IOException if the disk does not take or give it, or it was sealed on another device
     */
    PrivateKey open(DeviceIdentity device) throws IOException, GeneralSecurityException {
        if (Files.notExists(sealed)) {
            make(device);
        }
        byte[] plain = opened(device);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            PublicKey open = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(field(in)));
            byte[] pkcs8 = field(in);
            PrivateKey key = ClientKeyFile.of(pkcs8);
            Arrays.fill(pkcs8, (byte) 0);
            if (Files.notExists(request)) {
                String pem = CertificateRequest.pem(name, new KeyPair(open, key));
                put(request, pem.getBytes(StandardCharsets.US_ASCII));
            }
            return key;
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] opened(DeviceIdentity device) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(sealed)) {
            byte[] bytes = in.readNBytes(MAX_FILE + 1);
            if (bytes.length > MAX_FILE) {
                throw new IOException("a sealed key has at most " + MAX_FILE + " bytes");
            }
            device.open(PURPOSE, new ByteArrayInputStream(bytes), plain);
        }
        return plain.toByteArray();
    }

    private void make(DeviceIdentity device) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(plain);
        for (byte[] field :
                new byte[][] {pair.getPublic().getEncoded(), pair.getPrivate().getEncoded()}) {
            out.writeShort(field.length);
            out.write(field);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        device.seal(PURPOSE, new ByteArrayInputStream(plain.toByteArray()), bytes);
        Files.deleteIfExists(request);
        put(sealed, bytes.toByteArray());
    }

    private static byte[] field(DataInputStream in) throws IOException {
        byte[] field = new byte[in.readUnsignedShort()];
        in.readFully(field);
        return field;
    }

    /** Whole or not at all, for this account alone. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "client", ".part");
        try {
            Files.write(part, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
