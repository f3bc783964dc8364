package org.benchconnect.desk.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.benchconnect.desk.relay.tls.TlsFiles;
import org.benchconnect.desk.relay.tls.TlsFilesException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** The relay of this desk. Other settings make another relay, and end its sessions. */
@Component(immediate = true, service = RelayService.class, configurationPid = "org.benchconnect.desk.relay")
@Designate(ocd = RelayConfiguration.class)
public final class RelayService {
    private final Relay relay;

    /** Listens when it returns; a component that cannot is not activated, and the log says why. */
    @Activate
    public RelayService(BundleContext context, RelayConfiguration configuration) throws IOException, TlsFilesException {
        Path home = Path.of(String.valueOf(context.getProperty("org.benchconnect.home")));
        RelayLimits shipped = RelayLimits.SHIPPED;
        relay = Relay.start(new RelaySettings(
                new InetSocketAddress(configuration.address(), configuration.port()),
                TlsFiles.context(home.resolve(configuration.certificate()), home.resolve(configuration.key())),
                Arrays.stream(configuration.viewers().split(","))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .collect(Collectors.toSet()),
                new ListFile(home.resolve(configuration.supporters())),
                new RelayLimits(
                        configuration.sockets_per_address(),
                        configuration.joins_per_minute(),
                        configuration.sockets(),
                        shipped.firstMessage(),
                        shipped.waiting(),
                        shipped.ping(),
                        shipped.silence(),
                        shipped.session())));
    }

    @Deactivate
    void close() {
        relay.close();
    }
}
