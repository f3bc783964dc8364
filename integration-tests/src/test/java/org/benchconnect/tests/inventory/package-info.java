/** What really leaves the PC, held against the data inventory: a real agent, and a broker of an independent hand. */
@NullMarked
package org.benchconnect.tests.inventory;

import org.jspecify.annotations.NullMarked;
