/** Tests. */
@NullMarked
package org.benchconnect.cli.preflight;

import org.jspecify.annotations.NullMarked;
