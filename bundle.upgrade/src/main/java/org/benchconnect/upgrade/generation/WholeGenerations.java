package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks of a generation what the launcher will ask, but for the bytes of its modules. */
final class WholeGenerations {
    private static final Logger LOG = LoggerFactory.getLogger(WholeGenerations.class);

    private final GenerationFolders folders;
    private final Path installation;

    WholeGenerations(GenerationFolders folders, Path installation) {
        this.folders = folders;
        this.installation = installation;
    }

    boolean has(int number) {
        try {
            Optional<byte[]> list = folders.list(number);
            if (list.isEmpty()) {
                return false;
            }
            ModuleList modules = ModuleList.parse(new String(list.get(), StandardCharsets.UTF_8));
            return isAdmitted(number, modules, list.get()) && hasModules(modules);
        } catch (IOException | ListRefusedException e) {
            LOG.debug("generation {} does not count as whole", number, e);
            return false;
        }
    }

    private boolean isAdmitted(int number, ModuleList modules, byte[] list) throws IOException, ListRefusedException {
        ModuleList base = ModuleList.read(installation.resolve("release").resolve(ModuleList.FILE));
        if (modules.equals(base.byContent())) {
            return true;
        }
        Optional<byte[]> signature = folders.signature(number);
        if (signature.isEmpty()) {
            return false;
        }
        DeviceKey device = DeviceKey.read(installation.resolve(DeviceKey.FILE));
        SignedList.verify(signature.get(), list, device, SignedList.Kind.GENERATION, base.digest())
                .requireSerial(number);
        return true;
    }

    private boolean hasModules(ModuleList modules) throws IOException {
        for (ModuleList.Module module : modules.modules()) {
            if (!folders.hasModule(module.file())) {
                return false;
            }
        }
        return true;
    }
}
