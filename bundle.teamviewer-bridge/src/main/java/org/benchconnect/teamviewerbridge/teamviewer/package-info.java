/**
 * Remote sessions through the TeamViewer client, by its documented surfaces alone. The agent starts and stops the client's service, compares
 * its settings with those that an administrator exported, reads its log, and sees whether somebody is connected. What the client itself asks the person here, and
 * what it shows to whom, the client keeps true; the agent says so. Nothing here writes a setting of the client.
 */
@NullMarked
package org.benchconnect.teamviewerbridge.teamviewer;

import org.jspecify.annotations.NullMarked;
