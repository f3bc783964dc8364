package org.benchconnect.ledger;

import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.launcher.list.DeviceKey;

/**
 * What an export consists of.
 *
 * @param length how much of the file is copied, in bytes
 * @param newest the newest head in it
 * @param fresh the frame of a fresh head, which follows
 * @param device who signed that
 */
record Export(long length, Optional<Head> newest, byte[] fresh, DeviceKey device) {}
