package org.benchconnect.consent.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.secret.SealBrokenException;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;

/** The sealed files of the accounts in folder {@code consent}. Each write leaves the old bytes or the new ones, and is durable when it returns. */
final class AccountFiles {
    static final String ACCOUNTS = "accounts";
    static final String NEXT = "accounts.next";
    static final String ATTEMPTS = "attempts";

    private static final String ACCOUNTS_PURPOSE = "consent.accounts";
    private static final String ATTEMPTS_PURPOSE = "consent.attempts";
    private static final String BROKEN = "accounts.broken-";
    private static final int SEAL = 1 << 12; // more than sealing adds

    private final Storage storage;
    private final DurableFiles durable;
    private final Path folder;

    /**
     * In a home folder.
     *
     * @param folder {@code consent}; made when it is first written
     */
    AccountFiles(Storage storage, Path folder) {
        this.storage = storage;
        this.durable = new DurableFiles(storage);
        this.folder = folder;
    }

    /** Sealed. */
    Optional<byte[]> accounts() throws IOException {
        return storage.read(folder.resolve(ACCOUNTS), AccountBookText.MOST_BYTES + SEAL);
    }

    /** Sealed: a change that may be in the ledger already. */
    Optional<byte[]> next() throws IOException {
        return storage.read(folder.resolve(NEXT), AccountBookText.MOST_BYTES + SEAL);
    }

    void prepare(byte[] sealed) throws IOException {
        durable.makeFolder(folder);
        durable.write(folder.resolve(NEXT), sealed);
    }

    /** What was prepared takes its place. */
    void putInPlace() throws IOException {
        durable.rename(folder.resolve(NEXT), folder.resolve(ACCOUNTS));
    }

    /** Writes them anew: whether an earlier rename reached the disk is not known. */
    void write(byte[] sealed) throws IOException {
        durable.write(folder.resolve(ACCOUNTS), sealed);
    }

    /** Keeps accounts that do not count as evidence, and forgets the attempts. */
    void setAside() throws IOException {
        if (accounts().isPresent()) {
            List<String> names = storage.names(folder);
            int number = 1;
            while (names.contains(BROKEN + number)) {
                number++;
            }
            durable.rename(folder.resolve(ACCOUNTS), folder.resolve(BROKEN + number));
        }
        durable.delete(folder.resolve(ATTEMPTS));
    }

    /** Empty where there are none, or none that this device sealed. */
    Optional<Attempts> attempts(DeviceIdentity identity) throws IOException {
        try {
            Optional<byte[]> sealed = storage.read(folder.resolve(ATTEMPTS), Attempts.MOST_BYTES + SEAL);
            return sealed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Attempts.read(open(identity, ATTEMPTS_PURPOSE, sealed.get())));
        } catch (SealBrokenException | IllegalArgumentException e) {
            return Optional.empty(); // then the ledger alone says how many there were
        }
    }

    void write(DeviceIdentity identity, Attempts attempts) throws IOException {
        durable.makeFolder(folder);
        durable.write(folder.resolve(ATTEMPTS), seal(identity, ATTEMPTS_PURPOSE, attempts.write()));
    }

    static byte[] seal(DeviceIdentity identity, AccountBook book) throws IOException {
        return seal(identity, ACCOUNTS_PURPOSE, AccountBookText.write(book));
    }

    /**
     * Opens accounts.
     *
     * @throws SealBrokenException when they were changed, or sealed on another device
     * @throws IllegalArgumentException when they are no accounts as this version writes them
     */
    static AccountBook open(DeviceIdentity identity, byte[] sealed) throws IOException {
        return AccountBookText.read(open(identity, ACCOUNTS_PURPOSE, sealed));
    }

    private static byte[] seal(DeviceIdentity identity, String purpose, byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        identity.seal(purpose, new ByteArrayInputStream(plain), sealed);
        return sealed.toByteArray();
    }

    private static byte[] open(DeviceIdentity identity, String purpose, byte[] sealed) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        identity.open(purpose, new ByteArrayInputStream(sealed), plain);
        return plain.toByteArray();
    }
}
