package org.benchconnect.crypto;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.ClientCertificate;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** Whether TLS can be used as the settings have it: the first thing that is wrong, and until when all is well. */
final class TlsReport {
    /** What is reported. */
    enum Subject {
        TLS_READY,
        TLS_NO_ANCHORS,
        TLS_ANCHORS_UNREADABLE,
        TLS_ANCHOR_EXPIRED,
        TLS_LISTS_UNREADABLE,
        TLS_LIST_EXPIRED,
        TLS_CLIENT_EXPIRING,
        TLS_CLIENT_KEYS_NOT_THERE,
        TLS_CLIENT_NOT_ISSUED,
        TLS_CLIENT_UNREADABLE,
        TLS_CLIENT_KEY_UNREADABLE,
        TLS_CLIENT_KEY_NOT_PRIVATE,
        TLS_CLIENT_NOT_MATCHING,
        TLS_CLIENT_NOT_YET_VALID,
        TLS_CLIENT_EXPIRED
    }

    /** With what facts. */
    enum Name implements FactName {
        ANCHORS,
        EXPIRY_DAYS,
        /** Of the broker's; not there if none is configured. */
        CLIENT_CERTIFICATE,
        /** When it ends; not there if no certificate could be read. */
        CLIENT_END_EPOCH_SECONDS
    }

    private TlsReport() {}

    /**
     * The same for everybody who asks at that time.
     *
     * @param anchors empty if their file cannot be used
     * @param lists empty if their file cannot be used
     * @param shown is looked at anew
     */
    static Status of(
            Optional<TrustAnchors> anchors, Optional<RevocationLists> lists, ShownCertificate shown, Instant now) {
        Set<X509Certificate> trusted = anchors.map(TrustAnchors::certificates).orElseGet(Set::of);
        ClientCertificate client = shown.look();
        Facts count = ofClient(client, shown.end(), Facts.none().with(Name.ANCHORS, trusted.size()));
        if (anchors.isEmpty()) {
            return new Status(Subject.TLS_ANCHORS_UNREADABLE, count);
        }
        if (lists.isEmpty()) {
            return new Status(Subject.TLS_LISTS_UNREADABLE, count);
        }
        Optional<Instant> expiry = anchors.get().nextExpiry();
        if (expiry.isEmpty()) {
            return new Status(Subject.TLS_NO_ANCHORS, count);
        }
        Duration left = Duration.between(now, expiry.get());
        Facts facts = count.with(Name.EXPIRY_DAYS, left.toDays());
        if (left.isNegative()) {
            return new Status(Subject.TLS_ANCHOR_EXPIRED, facts);
        }
        boolean outdated = lists.get().nextExpiry().filter(now::isAfter).isPresent();
        return outdated ? new Status(Subject.TLS_LIST_EXPIRED, facts) : ofClient(client, shown, count, facts);
    }

    private static Facts ofClient(ClientCertificate client, Optional<Instant> end, Facts facts) {
        if (client == ClientCertificate.NONE) {
            return facts;
        }
        Facts state = facts.with(Name.CLIENT_CERTIFICATE, client);
        return end.map(at -> state.with(Name.CLIENT_END_EPOCH_SECONDS, at.getEpochSecond()))
                .orElse(state);
    }

    private static Status ofClient(ClientCertificate certificate, ShownCertificate shown, Facts count, Facts facts) {
        return switch (certificate) {
            case NONE, READY -> new Status(Subject.TLS_READY, facts);
            case EXPIRING ->
                new Status(
                        Subject.TLS_CLIENT_EXPIRING,
                        count.with(Name.EXPIRY_DAYS, shown.days().orElse(0L)));
            default -> new Status(Subject.valueOf("TLS_CLIENT_" + certificate), count);
        };
    }
}
