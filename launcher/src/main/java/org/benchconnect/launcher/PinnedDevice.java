package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which generations may run besides the base release: those whose list is signed by the device key that an administrator pinned
 * in the installation folder, under this base release, with the generation's own number. No pin: none.
 *
 * @param installation where the pin is
 * @param base the base release now installed
 */
record PinnedDevice(Installation installation, ModuleList base) {
    private static final Logger LOG = LoggerFactory.getLogger(PinnedDevice.class);

    /** Whether this generation, read from this list, may run. Why not is logged. */
    boolean admits(Generation generation, Path list) throws IOException {
        try {
            check(generation, list);
            return true;
        } catch (ListRefusedException | FileSystemException e) {
            LOG.warn(
                    "Generation {} is not the installed base release and does not run: {}. It stays where it is, and the base"
                            + " release is staged again",
                    generation.number(),
                    e.getMessage());
            return false;
        }
    }

    /** The same, with the reason for the caller. */
    void check(Generation generation, Path list) throws IOException, ListRefusedException {
        byte[] signature = SignedList.readBeside(list);
        DeviceKey device = key(installation);
        byte[] bytes = generation.modules().toText().getBytes(StandardCharsets.UTF_8);
        SignedList.verify(signature, bytes, device, SignedList.Kind.GENERATION, base.digest())
                .requireSerial(generation.number());
        if (!generation.modules().equals(generation.modules().byContent())) {
            throw new ListRefusedException.Malformed("a generation names its modules by their content");
        }
        new BaseRelease(base).requireIn(generation.modules());
    }

    /** The pin. */
    static DeviceKey key(Installation installation) throws IOException, ListRefusedException {
        if (Files.notExists(installation.devicePin(), LinkOption.NOFOLLOW_LINKS)) {
            throw new ListRefusedException.NoPin();
        }
        return DeviceKey.read(installation.devicePin());
    }
}
