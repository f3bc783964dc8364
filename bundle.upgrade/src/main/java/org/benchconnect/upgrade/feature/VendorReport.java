package org.benchconnect.upgrade.feature;

import java.nio.file.Path;
import java.util.Objects;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reports whether this installation has a vendor's root of trust that can be used, looked at each time: an administrator can mend it. */
@Component
public final class VendorReport implements StatusSource {
    private final Path installation;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public VendorReport(BundleContext context) {
        this(Path.of(Objects.requireNonNull(context.getProperty(Platform.INSTALLATION), Platform.INSTALLATION)));
    }

    VendorReport(Path installation) {
        this.installation = installation;
    }

    /** What is reported. */
    enum Subject {
        VENDOR_TRUSTED,
        VENDOR_MISSING,
        VENDOR_UNUSABLE
    }

    @Override
    public Status status() {
        Subject subject =
                switch (VendorTrust.summary(installation).state()) {
                    case TRUSTED -> Subject.VENDOR_TRUSTED;
                    case MISSING -> Subject.VENDOR_MISSING;
                    case UNUSABLE -> Subject.VENDOR_UNUSABLE;
                };
        return new Status(subject, Facts.none());
    }
}
