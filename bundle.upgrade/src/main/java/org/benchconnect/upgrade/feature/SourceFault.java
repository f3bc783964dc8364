package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.repository.SourceRefusedException;

/** What everyday faults of networks and disks are to people: what failed, and what to check. */
final class SourceFault {
    private SourceFault() {}

    /** @param source as the person named it */
    static FeatureRefusedException of(IOException e, String source) {
        if (e instanceof SourceRefusedException refused) {
            return new FeatureRefusedException(refused.reason(), String.valueOf(e.getMessage()), e);
        }
        return new FeatureRefusedException(RefusedFor.SOURCE, sentence(e, source), e);
    }

    private static String sentence(IOException e, String source) {
        Optional<String> host = host(source);
        if (e instanceof NoSuchFileException missing) {
            return "There is no " + Shown.of(String.valueOf(missing.getFile())) + ".";
        } else if (e instanceof AccessDeniedException denied) {
            return "This PC does not let the agent read or write " + Shown.of(String.valueOf(denied.getFile()))
                    + ". Check who may use the file and its folders.";
        } else if (e instanceof FileSystemException failed) {
            return "This PC's disk failed at " + Shown.of(String.valueOf(failed.getFile()))
                    + ". Check that the disk or stick is there, whole and not full.";
        } else if (host.isPresent()) {
            return network(e, "The server " + Shown.of(host.get()));
        }
        return "Reading the source or writing to this PC's disk failed. Check that the disk or stick is there, whole and"
                + " not full.";
    }

    private static String network(IOException e, String server) {
        if (isCausedBy(e, UnknownHostException.class) || isCausedBy(e, UnresolvedAddressException.class)) {
            return server
                    + " is not known to this PC's name service (DNS). Check the spelling and the network connection.";
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return server + " cannot be reached. Check this PC's network connection and whether the server runs.";
        } else if (e instanceof SocketException) {
            return server + " was reached, but the connection broke off. Check the network connection and try again.";
        } else if (e instanceof ProtocolException) {
            return server + " does not answer as a web server does. Check the address and its port.";
        }
        return server
                + " gave no whole answer, or this PC's disk is full. Check the address, the network connection and"
                + " the free space.";
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> host(String source) {
        try {
            return source.regionMatches(true, 0, "https:", 0, 6)
                    ? Optional.ofNullable(new URI(source).getHost())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
