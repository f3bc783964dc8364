/** Tests of secrets and sealed streams. */
@NullMarked
package org.benchconnect.crypto.secret;

import org.jspecify.annotations.NullMarked;
