package org.benchconnect.tests.gate;

import static org.benchconnect.tests.gate.AllowedIntruder.FEATURE;
import static org.benchconnect.tests.gate.AllowedIntruder.JAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;

/** A feature that may transfer files, allowed with serial 5, in a running agent; nothing of it runs yet. */
final class AllowedIntruder implements AutoCloseable {
    static final String FEATURE = "lab.intruder";
    static final byte[] JAR = Packed.module("intruder", Intruder.class).jar();
    private static final String ALLOW = "person";

    final GateLab lab;
    final ModuleList.Feature feature;

    AllowedIntruder(Path folder) throws Exception {
        lab = new GateLab(folder);
        feature = lab.feature(FEATURE, List.of("transfer-files"), List.of("DXFLEX", "NAVIOS_EX"), JAR);
        lab.stage(feature);
        lab.grant(feature, 5);
        lab.start();
    }

    /** In the middle of its module. */
    void changeAByte() throws IOException {
        Path file = lab.home.resolve(feature.modules().get(0).file());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    void assertRefused(Rule rule, String why) {
        assertRefused(5, rule, why);
    }

    void assertRefused(long serial, Rule rule, String why) {
        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().start(FEATURE, serial));

        assertEquals(rule, refused.rule());
        assertTrue(refused.getMessage().contains(why), refused::getMessage);
        assertTrue(rule == Rule.BYTES || refused.getMessage().contains(ALLOW), refused::getMessage);
        assertTrue(lab.wasTold(rule), lab.refusals::toString);
        assertFalse(lab.isInstalled("intruder"));
        assertNull(System.getProperty(Intruder.TRACE));
    }

    @Override
    public void close() throws Exception {
        lab.close();
    }
}
