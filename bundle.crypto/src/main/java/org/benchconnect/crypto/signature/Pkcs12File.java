package org.benchconnect.crypto.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import org.benchconnect.crypto.secret.Secret;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * One private key with its certificates in a file, RFC 7292. Read by the JDK. Written by Bouncy Castle, as the JDK cannot be told
 * to stretch the password of the file's own check more than 10 000 times, which would be the way to guess it.
 */
final class Pkcs12File {
    /** Some certificates and a key have a few KiB. */
    private static final int MAX_FILE = 1 << 20;
    /** Rounds of the password's stretching: about a fifth of a second. */
    private static final int ROUNDS = 200_000;

    private static final byte[] KEY_ID = {1};

    private Pkcs12File() {}

    static KeyEntry read(Path file, Secret password, String alias) throws KeyUnavailableException {
        char[] characters = password.exposeChars();
        try {
            if (!isAscii(characters)) {
                throw new KeyUnavailableException("the password has other characters than ASCII");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes(file)), characters);
            return KeyEntry.of(store, alias, characters, null);
        } catch (IOException e) {
            // The JDK says so for a wrong password too.
            throw new KeyUnavailableException(file.getFileName() + " cannot be opened: is the password right?", e);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailableException(file.getFileName() + " has no key that can be read", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** All that the JDK reads, and all that every tool encodes alike. */
    private static boolean isAscii(char[] password) {
        for (char character : password) {
            if (character < 0x20 || character > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_FILE + 1);
            if (bytes.length > MAX_FILE) {
                throw new IOException("more than " + MAX_FILE + " bytes");
            }
            return bytes;
        }
    }

    static void write(Path file, Secret password, String alias, PrivateKey key, X509Certificate... chain)
            throws IOException {
        char[] characters = password.exposeChars();
        byte[] encoded;
        try {
            if (!isAscii(characters)) {
                throw new IllegalArgumentException("the password of a PKCS#12 file has other characters than ASCII");
            }
            encoded = encode(characters, alias, key, chain);
        } catch (PKCSException | OperatorCreationException e) {
            throw new IllegalStateException("this Java runtime has no PBES2", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
        writeNew(file, encoded);
    }

    private static byte[] encode(char[] password, String alias, PrivateKey key, X509Certificate... chain)
            throws IOException, PKCSException, OperatorCreationException {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        PKCS12SafeBag[] certificates = new PKCS12SafeBag[chain.length];
        for (int i = 0; i < chain.length; i++) {
            PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(chain[i]);
            if (i == 0) {
                name(bag, alias);
            }
            certificates[i] = bag.build();
        }
        PKCS12SafeBagBuilder keyBag = new JcaPKCS12SafeBagBuilder(
                key,
                new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                        .setProvider(provider)
                        .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                        .setIterationCount(ROUNDS)
                        .build(password));
        name(keyBag, alias);
        PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
        for (PKCS12SafeBag certificate : certificates) {
            file.addData(certificate);
        }
        file.addData(keyBag.build());
        return file.build(
                        new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                .setProvider(provider)
                                .setIterationCount(ROUNDS),
                        password)
                .getEncoded("DER");
    }

    private static void name(PKCS12SafeBagBuilder bag, String alias) {
        bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias));
        bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(KEY_ID));
    }

    /** Only its owner may read it, where the file system knows owners; never over another file. */
    private static void writeNew(Path file, byte[] bytes) throws IOException {
        FileAttribute<?>[] attributes =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
