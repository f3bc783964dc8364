/** What a module of the tests exports for a privilege. */
@NullMarked
package org.benchconnect.tests.gate.provided;

import org.jspecify.annotations.NullMarked;
