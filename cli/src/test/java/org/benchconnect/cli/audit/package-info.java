/** Tests of {@code benchconnect audit}. */
@NullMarked
package org.benchconnect.cli.audit;

import org.jspecify.annotations.NullMarked;
