/**
 * What a module can do wrong, as classes that tests pack into a later build of a real module. They run in an agent, never in a test, and depend on nothing but Java
 * and the health check's contract.
 */
@NullMarked
package org.benchconnect.tests.upgrade.bad;

import org.jspecify.annotations.NullMarked;
