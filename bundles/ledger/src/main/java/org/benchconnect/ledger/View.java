package org.benchconnect.ledger;

import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.ledger.format.Index;

/**
 * What readers see of a ledger: what is on the disk.
 *
 * @param ledger its identity
 * @param size how many entries
 * @param length of the file, in bytes
 * @param head the newest
 * @param index of at least these entries
 * @param evidence how many files of broken ledgers are kept
 */
record View(String ledger, long size, long length, Optional<Head> head, Index index, int evidence) {}
