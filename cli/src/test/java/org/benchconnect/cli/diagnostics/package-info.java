/** Tests. */
@NullMarked
package org.benchconnect.cli.diagnostics;

import org.jspecify.annotations.NullMarked;
