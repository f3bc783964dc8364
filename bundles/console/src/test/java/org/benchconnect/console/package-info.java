/** The console against an agent of fakes, over real HTTP and in a real browser. */
@NullMarked
package org.benchconnect.console;

import org.jspecify.annotations.NullMarked;
