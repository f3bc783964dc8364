@NullMarked
package org.benchconnect.feature.filetransfer;

import org.jspecify.annotations.NullMarked;
