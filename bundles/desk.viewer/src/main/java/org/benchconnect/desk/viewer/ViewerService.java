package org.benchconnect.desk.viewer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.desk.relay.tls.TlsFiles;
import org.benchconnect.desk.relay.tls.TlsFilesException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** The supporter's page of this desk. Other settings make another server; open sessions do not pass through it and go on. */
@Component(immediate = true, service = ViewerService.class, configurationPid = "org.benchconnect.desk.viewer")
@Designate(ocd = ViewerConfiguration.class)
public final class ViewerService {
    private final Viewer viewer;

    /** Listens when it returns; a component that cannot is not activated, and the log says why. */
    @Activate
    public ViewerService(BundleContext context, ViewerConfiguration configuration)
            throws IOException, TlsFilesException {
        Path home = Path.of(String.valueOf(context.getProperty("org.benchconnect.home")));
        viewer = Viewer.start(new ViewerSettings(
                new InetSocketAddress(configuration.address(), configuration.port()),
                TlsFiles.context(home.resolve(configuration.certificate()), home.resolve(configuration.key())),
                configuration.relay(),
                Files.readString(home.resolve(configuration.registry_key())).strip(),
                new RegistryFile(home.resolve(configuration.registry()))));
    }

    @Deactivate
    void close() {
        viewer.close();
    }
}
