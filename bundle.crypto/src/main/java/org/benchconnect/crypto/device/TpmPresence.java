package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;

/**
 * Whether this PC has a TPM 2.0. One that is there and cannot be used is not taken for none: new keys would quietly be less protected than the
 * PC can protect them. One that this account cannot see at all is none.
 *
 * @param device of the kernel's resource manager, which the agent uses
 * @param signs what else is there if there is a TPM
 * @param versionFile in which the kernel says {@code 1} of a TPM 1.2, which is none
 * @param tools whether the commands that reach it are installed
 */
record TpmPresence(Path device, List<Path> signs, Path versionFile, BooleanSupplier tools) {
    private static final int VERSION_BYTES = 2;

    TpmPresence {
        signs = List.copyOf(signs);
    }

    /** Of the kernel under which this process runs. */
    static TpmPresence ofThisPc(Path device) {
        return new TpmPresence(
                device,
                List.of(Path.of("/dev/tpmrm0"), Path.of("/dev/tpm0"), Path.of("/sys/class/tpm/tpm0")),
                Path.of("/sys/class/tpm/tpm0/tpm_version_major"),
                Tpm2Commands::installed);
    }

    /**
     * Whether new keys go into it.
     *
     * @throws ProtectorException.Unavailable when it is there, and this account cannot use it
     */
    boolean isUsable() throws ProtectorException {
        boolean reachable = Files.isReadable(device) && Files.isWritable(device);
        if (reachable && tools.getAsBoolean()) {
            return true;
        }
        if (!reachable && (nothingThere() || isOld())) {
            return false;
        }
        throw new ProtectorException.Unavailable("this PC has a TPM that the agent cannot use, because "
                + (reachable
                        ? "tpm2-tools are not installed: install them"
                        : "its account may not read and write " + device
                                + ": add the account to the group tss and allow the device to the service")
                + ". Or say \"protector\": \"file\", section keys, for keys that are not protected");
    }

    private boolean nothingThere() {
        return Stream.concat(Stream.of(device), signs.stream())
                .noneMatch(sign -> Files.exists(sign, LinkOption.NOFOLLOW_LINKS));
    }

    private boolean isOld() {
        try (var in = Files.newInputStream(versionFile)) {
            return new String(in.readNBytes(VERSION_BYTES), StandardCharsets.US_ASCII)
                    .strip()
                    .equals("1");
        } catch (IOException notSaid) {
            return false;
        }
    }
}
