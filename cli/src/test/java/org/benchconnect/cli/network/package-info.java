/** Tests of the commands about the network. */
@NullMarked
package org.benchconnect.cli.network;

import org.jspecify.annotations.NullMarked;
