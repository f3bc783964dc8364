package org.benchconnect.tests.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.desk.journal.IntakeSettings;
import org.benchconnect.desk.journal.JournalService;
import org.benchconnect.desk.relay.ListFile;
import org.benchconnect.desk.relay.Relay;
import org.benchconnect.desk.relay.RelayLimits;
import org.benchconnect.desk.relay.RelaySettings;
import org.benchconnect.desk.relay.tls.TlsFiles;
import org.benchconnect.desk.viewer.RegistryFile;
import org.benchconnect.desk.viewer.Viewer;
import org.benchconnect.desk.viewer.ViewerSettings;

/** The real relay, journal and server of the supporter's page in a process of its own, so that a test can make it stand still: it reads and writes nothing then, and its connections stay. */
final class DeskProgram {
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final long LOOK = 20; // milliseconds

    private DeskProgram() {}

    /** Folder with {@code server.pem}, {@code server.key}, {@code supporters}, {@code registry}; port of the relay; the registry's key; port of the broker. Says the page's port as soon as the journal listens, then how many agents wait; one number a line. */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        int port = Integer.parseInt(words[1]);
        InetAddress here = InetAddress.getLoopbackAddress();
        ViewerSettings settings = new ViewerSettings(
                new InetSocketAddress(here, 0),
                TlsFiles.context(folder.resolve("server.pem"), folder.resolve("server.key")),
                "wss://localhost:" + port,
                words[2],
                new RegistryFile(folder.resolve("registry")));
        try (Viewer viewer = Viewer.start(settings);
                Relay relay = Relay.start(new RelaySettings(
                        new InetSocketAddress(here, port),
                        settings.tls(),
                        Set.of("https://localhost:" + viewer.port()),
                        new ListFile(folder.resolve("supporters")),
                        RelayLimits.SHIPPED.withoutAddresses()));
                JournalService journal = JournalService.start(folder.resolve("journal.db"), broker(folder, words[3]))) {
            boolean ended = false;
            while (!ended && !journal.listening()) {
                ended = END.await(LOOK, TimeUnit.MILLISECONDS);
            }
            System.out.println(viewer.port());
            int told = -1;
            while (!ended) {
                int waiting = relay.waiting();
                if (waiting != told) {
                    told = waiting;
                    System.out.println(waiting);
                }
                ended = END.await(LOOK, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static IntakeSettings broker(Path folder, String port) {
        return new IntakeSettings(
                URI.create("ssl://localhost:" + port),
                "desk-1",
                "desk",
                "bc/v1/+/+/session",
                "",
                "",
                folder.resolve("anchors.pem").toString());
    }
}
