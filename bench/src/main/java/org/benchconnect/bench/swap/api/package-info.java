/** The contract between a provider that is upgraded and the bundles that depend on it; travels with the provider, as an API does. */
@NullMarked
package org.benchconnect.bench.swap.api;

import org.jspecify.annotations.NullMarked;
