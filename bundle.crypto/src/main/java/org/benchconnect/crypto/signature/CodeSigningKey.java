package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.ProviderException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.benchconnect.crypto.secret.Secret;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A code-signing key with its certificates, in a PKCS#12 file or a PKCS#11 token. The vendor has it, no agent. Does not ask whether
 * an agent will trust it: that is {@link CodeSigners}, which a release is put through before it is published.
 */
public final class CodeSigningKey {
    private final KeyEntry entry;

    private CodeSigningKey(KeyEntry entry) throws KeyUnavailableException {
        try {
            Purpose.CODE_SIGNING.checkSigner(entry.chain().get(0));
        } catch (CodeSignatureException e) {
            throw new KeyUnavailableException("no agent would take this key: " + e.getMessage(), e);
        }
        this.entry = entry;
    }

    /**
     * The key of a PKCS#12 file with its chain.
     *
     * @throws KeyUnavailableException as {@link SigningKeys#pkcs12}, or if its certificate is not for code signing alone
     */
    public static CodeSigningKey pkcs12(Path file, Secret password, String alias) throws KeyUnavailableException {
        return new CodeSigningKey(Pkcs12File.read(file, password, alias));
    }

    /**
     * The key of a PKCS#11 token with the certificates that are in it.
     *
     * @throws KeyUnavailableException as {@link SigningKeys#pkcs11}, or if its certificate is not for code signing alone
     */
    public static CodeSigningKey pkcs11(Path library, String tokenLabel, Secret pin, String alias)
            throws KeyUnavailableException {
        return new CodeSigningKey(Pkcs11Token.read(library, tokenLabel, pin, alias));
    }

    /** The same with further certificates between its own and the pinned authority's, for a token that has not all of them. */
    public CodeSigningKey with(Collection<X509Certificate> authorities) {
        List<X509Certificate> chain = new ArrayList<>(entry.chain());
        authorities.stream().filter(each -> !chain.contains(each)).forEach(chain::add);
        try {
            return new CodeSigningKey(new KeyEntry(entry.key(), chain, entry.token()));
        } catch (KeyUnavailableException e) {
            throw new IllegalStateException("the same certificate was taken before", e);
        }
    }

    /** Its certificate. */
    public X509Certificate certificate() {
        return entry.chain().get(0);
    }

    /**
     * Signs a document and has the signature stamped; blocks until the authority answers.
     *
     * @return a detached signature, CMS SignedData in DER with the time stamp
     * @throws SigningException if the key does not sign
     * @throws TimeStampUnavailableException if there is no time stamp, without which no agent takes it
     */
    public byte[] sign(byte[] document, TimeStampAuthority authority)
            throws SigningException, TimeStampUnavailableException {
        try {
            CmsSigning signing = CmsSigning.of(entry, document);
            return signing.stamped(authority.stamp(signing.signature()));
        } catch (CMSException | IOException | OperatorCreationException | CertificateEncodingException e) {
            throw new SigningException("the key did not sign", e);
        } catch (ProviderException e) {
            throw new SigningException("the token did not sign", e);
        }
    }
}
