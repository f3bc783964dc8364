/** Tests of the file system, of the durable protocol over it, and of its twin that loses power. */
@NullMarked
package org.benchconnect.launcher.storage;

import org.jspecify.annotations.NullMarked;
