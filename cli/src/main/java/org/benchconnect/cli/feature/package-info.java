/**
 * {@code benchconnect feature}: which functions run on a PC, what one is, and what its installation would do. The agent
 * verifies and explains; what is printed here are its finished sentences. What installs asks a person first.
 */
@NullMarked
package org.benchconnect.cli.feature;

import org.jspecify.annotations.NullMarked;
