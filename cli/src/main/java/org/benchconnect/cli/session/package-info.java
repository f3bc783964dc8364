/**
 * {@code benchconnect session}: a remote support session from the command line, for whoever has no page open. What raises asks a person, what lowers asks nothing.
 */
@NullMarked
package org.benchconnect.cli.session;

import org.jspecify.annotations.NullMarked;
