package org.benchconnect.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.benchconnect.desk.relay.Relay;
import org.benchconnect.desk.relay.RelayLimits;
import org.benchconnect.desk.relay.RelaySettings;
import org.benchconnect.desk.relay.tls.TlsFiles;
import org.benchconnect.desk.relay.tls.TlsFilesException;
import org.benchconnect.desk.viewer.RegistryFile;
import org.benchconnect.desk.viewer.Viewer;
import org.benchconnect.desk.viewer.ViewerSettings;

/** {@code DesktopDesk ADDRESS RELAY-PORT VIEWER-PORT FOLDER}: the real relay and the real server of the page, in a process of their own. Ends with its input. */
final class DesktopDesk {
    private DesktopDesk() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, TlsFilesException {
        String address = arguments[0];
        int relayPort = Integer.parseInt(arguments[1]);
        int viewerPort = Integer.parseInt(arguments[2]);
        Path folder = Path.of(arguments[3]);
        SSLContext tls = TlsFiles.context(folder.resolve("tls.pem"), folder.resolve("tls.key"));
        ViewerSettings page = new ViewerSettings(
                new InetSocketAddress(address, viewerPort),
                tls,
                "wss://" + address + ":" + relayPort,
                Files.readString(folder.resolve("registry.key")),
                new RegistryFile(folder.resolve("registry")));
        RelaySettings way = new RelaySettings(
                new InetSocketAddress(address, relayPort),
                tls,
                Set.of("https://" + address + ":" + viewerPort),
                () -> new byte[] {'-'},
                RelayLimits.SHIPPED.withoutAddresses());
        try (Viewer viewer = Viewer.start(page);
                Relay relay = Relay.start(way)) {
            System.out.println("listens at " + relay.port() + " and " + viewer.port()); // to the process that measures
            System.out.flush();
            while (System.in.read() >= 0) {
                // it ends with whoever started it
            }
        }
    }
}
