package org.benchconnect.core.session;

import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;

/**
 * What a supporter asks for now. One at a time; unanswered it ends as a no.
 *
 * @param id 16 hexadecimal digits
 * @param privilege what for
 * @param direction for {@link Privilege#SHARE_CLIPBOARD}: which way; empty for all others
 * @param file for {@link Privilege#TRANSFER_FILES}; empty for all others
 * @param until when it counts as a no, 60 s after it was asked
 */
public record SessionRequest(
        String id,
        Privilege privilege,
        Optional<FileToTransfer.Direction> direction,
        Optional<FileToTransfer> file,
        Instant until) {}
