package org.benchconnect.crypto.signature;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.Extensions;

/** A verified time stamp token, RFC 3161 with RFC 5816: these bytes existed at that time, says a pinned authority. */
record TimeStamp(Instant time) {
    /** How far this PC's clock may be behind. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final Pattern TIME = Pattern.compile("([0-9]{14})(?:\\.([0-9]{1,9}))?Z");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * Verifies a token.
     *
     * @param stamped what it must be over
     */
    static TimeStamp verify(byte[] token, byte[] stamped, PinnedAuthorities authorities, Instant now)
            throws TimeStampRefusedException {
        try {
            return check(token, stamped, authorities, now);
        } catch (TimeStampRefusedException e) {
            throw e;
        } catch (CodeSignatureException e) {
            throw new TimeStampRefusedException(e);
        } catch (RuntimeException e) {
            // As in CodeSigners: how the parsers say that a structure is not what it should be.
            throw new TimeStampRefusedException(
                    new MalformedSignatureException("a token of RFC 3161", "another structure", e));
        }
    }

    private static TimeStamp check(byte[] token, byte[] stamped, PinnedAuthorities authorities, Instant now)
            throws CodeSignatureException {
        SignedMessage message = SignedMessage.read(token, TST_INFO);
        byte[] content =
                message.content().orElseThrow(() -> new TimeStampRefusedException("TSTInfo within the token", "none"));
        X509Certificate signer = message.signerCertificate();
        if (!message.verify(signer, content, TST_INFO).namesCertificate()) {
            throw new TimeStampRefusedException("the attribute signingCertificate", "none");
        }
        DerShape.check(content);
        TSTInfo info = TSTInfo.getInstance(content);
        checkInfo(info, stamped);
        Instant time = time(info.getGenTime().getTimeString());
        authorities.check(signer, message.certificates(), time);
        if (time.isAfter(now.plus(AHEAD))) { // last, so that nobody but the authority can make a clock seem wrong
            throw new TimeStampRefusedException(now, time);
        }
        return new TimeStamp(time);
    }

    /** RFC 3161, section 2.4.2. */
    private static void checkInfo(TSTInfo info, byte[] stamped) throws CodeSignatureException {
        if (info.getVersion().intValueExact() != 1) {
            throw new TimeStampRefusedException("version 1", "version " + info.getVersion());
        }
        MessageImprint imprint = info.getMessageImprint();
        Digest digest = Digest.of(imprint.getHashAlgorithm().getAlgorithm());
        if (!MessageDigest.isEqual(imprint.getHashedMessage(), digest.of(stamped))) {
            throw new TimeStampRefusedException("a stamp over this signature", "one over other bytes");
        }
        Extensions extensions = info.getExtensions();
        if (extensions != null && extensions.hasAnyCriticalExtensions()) {
            throw new TimeStampRefusedException("no critical extension", "one");
        }
    }

    /** GeneralizedTime with seconds, in UTC, with or without a fraction. */
    private static Instant time(String text) throws TimeStampRefusedException {
        Matcher matcher = TIME.matcher(text);
        try {
            if (matcher.matches()) {
                String fraction = matcher.group(2) == null ? "" : matcher.group(2);
                long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
                return LocalDateTime.parse(matcher.group(1), SECONDS)
                        .toInstant(ZoneOffset.UTC)
                        .plusNanos(nanos);
            }
        } catch (DateTimeException e) {
            // Refused below like any other text.
        }
        throw new TimeStampRefusedException("a time in UTC", "another text");
    }
}
