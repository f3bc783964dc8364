/**
 * Single files out of one folder and into its quarantine, within a remote session, each with its lease. Not part of the base release: it is on a PC
 * only after a person there has allowed it. Begin with {@link org.benchconnect.feature.filetransfer.FolderTransfer}.
 */
@NullMarked
package org.benchconnect.feature.filetransfer;

import org.jspecify.annotations.NullMarked;
