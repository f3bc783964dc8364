/** File transfer as a feature that is not there until somebody allows it. */
@NullMarked
package org.benchconnect.tests.filetransfer;

import org.jspecify.annotations.NullMarked;
