/** Tests of where the agent may connect to. */
@NullMarked
package org.benchconnect.link.egress;

import org.jspecify.annotations.NullMarked;
