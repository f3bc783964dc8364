package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Asks a time-stamping authority over HTTP (RFC 3161, section 3.4). The vendor's command line uses it, no agent. Public
 * authorities speak plain http, which is enough: what comes back is signed and verified by {@link CodeSigners}, not here; checked
 * here is only that it answers this question. Safe for any thread.
 */
public final class TimeStampAuthority {
    private static final int NONCE_BITS = 64;

    private final TimeStampExchange exchange;
    private final SecureRandom random = new SecureRandom();

    private TimeStampAuthority(TimeStampExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * An authority, given half a minute for each answer.
     *
     * @param address of scheme http or https
     */
    public static TimeStampAuthority at(URI address) {
        return at(address, Duration.ofSeconds(30));
    }

    /**
     * An authority.
     *
     * @param patience for a whole answer, one millisecond to ten minutes
     */
    public static TimeStampAuthority at(URI address, Duration patience) {
        return new TimeStampAuthority(new TimeStampExchange(address, patience));
    }

    /**
     * Has bytes stamped; blocks until the answer is there or patience ends.
     *
     * @param bytes of which only the SHA-256 leaves this computer
     * @return a token in DER, not verified
     */
    byte[] stamp(byte[] bytes) throws TimeStampUnavailableException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            TimeStampRequest request = generator.generate(
                    NISTObjectIdentifiers.id_sha256,
                    Bytes.digest("SHA-256", bytes),
                    new BigInteger(NONCE_BITS, random));
            TimeStampResponse response = new TimeStampResponse(exchange.ask(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new TimeStampUnavailableException("the time-stamping authority refuses: " + response.getStatus()
                        + " " + response.getStatusString());
            }
            // Some send BER; the outer form is not signed, and agents take DER alone.
            return ContentInfo.getInstance(token.toCMSSignedData().toASN1Structure())
                    .getEncoded("DER");
        } catch (TSPException | IOException e) {
            throw new TimeStampUnavailableException(
                    "no time stamp from " + exchange.address() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // How Bouncy Castle says that a structure is not what it should be.
            throw new TimeStampUnavailableException(exchange.address() + " does not answer with a time stamp", e);
        }
    }
}
