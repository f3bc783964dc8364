/** Tests of the lists that decide what runs. */
@NullMarked
package org.benchconnect.launcher.list;

import org.jspecify.annotations.NullMarked;
