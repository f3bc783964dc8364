/** Tests of what reads this PC: its answers' forms, this Linux itself, and OSHI inside the framework. */
package org.benchconnect.host.reading;
