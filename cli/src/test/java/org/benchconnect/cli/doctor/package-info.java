/** Tests. */
@NullMarked
package org.benchconnect.cli.doctor;

import org.jspecify.annotations.NullMarked;
