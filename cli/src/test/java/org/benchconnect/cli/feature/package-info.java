/** Tests of {@code benchconnect feature}. */
@NullMarked
package org.benchconnect.cli.feature;

import org.jspecify.annotations.NullMarked;
