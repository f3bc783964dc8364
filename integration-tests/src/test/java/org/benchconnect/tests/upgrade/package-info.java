/** Upgrades of a whole agent: real modules, rebuilt and released with real signatures, a person's answer by the local API, and what became of it. */
@NullMarked
package org.benchconnect.tests.upgrade;

import org.jspecify.annotations.NullMarked;
