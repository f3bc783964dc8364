/** Tests of feature documents, the rules that follow from them, and the verifying half of an installation. */
@NullMarked
package org.benchconnect.upgrade.feature;

import org.jspecify.annotations.NullMarked;
