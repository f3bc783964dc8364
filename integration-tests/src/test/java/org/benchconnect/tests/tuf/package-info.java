/** A command around the TUF client for the public conformance suite: the only place where releases come over plain HTTP. */
@NullMarked
package org.benchconnect.tests.tuf;

import org.jspecify.annotations.NullMarked;
