package org.benchconnect.core.feature;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes back what a person allowed a feature to do, and can do nothing else: for whoever may lower rights and must not be able to raise any. Safe for any thread.
 */
@ProviderType
@FunctionalInterface
public interface FeatureWithdrawals {
    /**
     * Takes the consent to a feature back: its leases end and its modules leave memory, within a second, without disk, ledger or network. A feature without
     * consent is left alone.
     *
     * @return whether there was anything to take back
     */
    boolean withdraw(String feature);
}
