/** Tests of the files of TLS. */
@NullMarked
package org.benchconnect.desk.relay.tls;

import org.jspecify.annotations.NullMarked;
