/** Tests of the relay, with ends that may do what no honest one does. */
@NullMarked
package org.benchconnect.desk.relay;

import org.jspecify.annotations.NullMarked;
