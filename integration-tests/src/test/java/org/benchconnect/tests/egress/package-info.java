/** That nothing connects to anywhere without asking the rule of where this agent may connect to. */
@NullMarked
package org.benchconnect.tests.egress;

import org.jspecify.annotations.NullMarked;
