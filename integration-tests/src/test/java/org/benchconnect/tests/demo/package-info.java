/** The demo as a newcomer sees it. */
@NullMarked
package org.benchconnect.tests.demo;

import org.jspecify.annotations.NullMarked;
