/** Which tokens a PKCS#11 library has, told before anybody logs in: a PIN is for one token only. */
@NullMarked
package org.benchconnect.crypto.token;

import org.jspecify.annotations.NullMarked;
