/** Tests of the store, against real files. */
@NullMarked
package org.benchconnect.store;

import org.jspecify.annotations.NullMarked;
