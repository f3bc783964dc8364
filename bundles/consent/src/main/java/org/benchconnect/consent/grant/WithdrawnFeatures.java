package org.benchconnect.consent.grant;

import java.util.Optional;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.feature.FeatureWithdrawals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets the service side take features back, and gives it nothing else of what consents can do. In the ledger nobody of this laboratory is named for it. */
@Component
public final class WithdrawnFeatures implements FeatureWithdrawals {
    private final Consents consents;

    /** Over the consents of this PC. */
    @Activate
    public WithdrawnFeatures(@Reference Consents consents) {
        this.consents = consents;
    }

    @Override
    public boolean withdraw(String feature) {
        return consents.withdraw(feature, Optional.empty()).found();
    }
}
