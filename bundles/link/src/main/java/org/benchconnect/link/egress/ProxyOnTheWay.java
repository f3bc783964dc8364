package org.benchconnect.link.egress;

import java.net.Authenticator;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.core.link.EgressRefusedException;

/** The proxy that section {@code link} says for connections to the service side, and how it is signed in to. What the PC says is asked for once. */
final class ProxyOnTheWay {
    private final String written;
    private final Optional<SystemProxy> system;
    private final Optional<Authenticator> login;

    private ProxyOnTheWay(String written, Optional<SystemProxy> system, Optional<Authenticator> login) {
        this.written = written;
        this.system = system;
        this.login = login;
    }

    /** One that wants no password, or none. */
    static ProxyOnTheWay at(Optional<HostPort> proxy) {
        return new ProxyOnTheWay(proxy.map(HostPort::toString).orElse(""), Optional.empty(), Optional.empty());
    }

    /**
     * What the section says.
     *
     * @param written {@code host:port}, {@code system} or empty
     * @param user at the proxy, or empty
     * @param passwordFile or empty
     * @param home against which its path is resolved
     */
    static ProxyOnTheWay of(String written, String user, String passwordFile, Path home) {
        String setting = written.strip();
        return new ProxyOnTheWay(
                setting,
                setting.equals(SystemProxy.WORD) ? Optional.of(SystemProxy.ofThisPc()) : Optional.empty(),
                user.isBlank() ? Optional.empty() : Optional.of(login(user.strip(), passwordFile.strip(), home)));
    }

    private static Authenticator login(String user, String passwordFile, Path home) {
        try {
            return new ProxySignIn(user, passwordFile.isEmpty() ? null : new PasswordFile(home.resolve(passwordFile)));
        } catch (InvalidPathException e) {
            // No answer; the attempt then ends with the proxy's refusal.
            return new ProxySignIn(user, null);
        }
    }

    /** Whatever host it is for. */
    Optional<HostPort> any() {
        return system.isPresent() ? system.get().proxy() : HostPort.of(written);
    }

    /** Whether something is written that is no proxy. */
    boolean isInvalid() {
        return system.isEmpty() && !written.isEmpty() && HostPort.of(written).isEmpty();
    }

    /**
     * The one on the way to a host.
     *
     * @throws EgressRefusedException if what is written is no proxy: that does not mean that the connection may go without
     */
    Optional<HostPort> to(String host, int port) throws EgressRefusedException {
        if (isInvalid() || system.filter(each -> each.isUnreadableFor(host)).isPresent()) {
            throw new EgressRefusedException(host, port);
        }
        return system.isPresent() ? system.get().proxyFor(host) : HostPort.of(written);
    }

    /** Answers it, if the settings name a user. */
    Optional<Authenticator> login() {
        return login;
    }
}
