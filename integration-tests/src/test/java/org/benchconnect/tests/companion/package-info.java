/** The companion as it is installed, beside a real agent: a file of the instrument becomes an alert on a desktop, and a button on it reaches the agent. */
@NullMarked
package org.benchconnect.tests.companion;

import org.jspecify.annotations.NullMarked;
