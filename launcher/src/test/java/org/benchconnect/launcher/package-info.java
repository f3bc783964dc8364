/** Tests of the launcher's parts; the whole is tested in processes of its own. */
@NullMarked
package org.benchconnect.launcher;

import org.jspecify.annotations.NullMarked;
