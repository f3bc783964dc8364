/** A broker that remembers, for the tests of what leaves. */
@NullMarked
package org.benchconnect.tests.broker;

import org.jspecify.annotations.NullMarked;
