/** What the rule of where this agent may connect to promises by itself. */
@NullMarked
package org.benchconnect.core.link;

import org.jspecify.annotations.NullMarked;
