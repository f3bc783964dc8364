package org.benchconnect.link.egress;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.core.link.Passage;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@link Egress} of the vendor profile in the installation folder that section {@code link} chooses, and of section {@code egress}. Read once: another
 * configuration, or a start, makes a new one.
 */
@Component(
        service = {Egress.class, ConfiguredEgress.class, StatusSource.class},
        configurationPid = "org.benchconnect.link")
public final class ConfiguredEgress implements Egress, StatusSource {
    /** What section {@code link} says about it; described there. */
    @interface OfLink {
        /** Which profile. */
        String profile() default "";

        /** Which region of it. */
        String region() default "";

        /** The proxy on the way. */
        String proxy() default "";

        /** Its user. */
        String proxy_user() default "";

        /** The user's password. */
        String proxy_password_file() default "";
    }

    /** What is reported. */
    enum Subject {
        EGRESS_READY,
        EGRESS_LOOPBACK_ONLY,
        EGRESS_LIMITED
    }

    /** With what facts. */
    enum Name implements FactName {
        HOSTS,
        LABORATORY,
        PROBLEM
    }

    private final PermittedNow permitted;
    private final ProxyOnTheWay proxy;

    /** Reads the profile. */
    @Activate
    public ConfiguredEgress(OfLink link, BundleContext bundle, @Reference LaboratoryList laboratory) {
        this(
                link,
                ProxyOnTheWay.of(
                        link.proxy(),
                        link.proxy_user(),
                        link.proxy_password_file(),
                        Path.of(Optional.ofNullable(bundle.getProperty(Platform.HOME))
                                .orElse(""))),
                Optional.ofNullable(bundle.getProperty(Platform.INSTALLATION)).map(Path::of),
                laboratory);
    }

    private ConfiguredEgress(OfLink link, ProxyOnTheWay proxy, Optional<Path> installation, LaboratoryList laboratory) {
        this(
                PermittedNow.of(
                        new PermittedNow.Chosen(
                                link.profile().strip(), link.region().strip(), laboratory, proxy.any()),
                        installation.orElse(null)),
                proxy);
    }

    ConfiguredEgress(PermittedNow.Chosen chosen, Optional<Path> installation) {
        this(PermittedNow.of(chosen, installation.orElse(null)), ProxyOnTheWay.at(chosen.proxy()));
    }

    ConfiguredEgress(PermittedNow permitted) {
        this(permitted, ProxyOnTheWay.at(permitted.hosts().proxy()));
    }

    ConfiguredEgress(PermittedNow permitted, ProxyOnTheWay proxy) {
        this.permitted = permitted;
        this.proxy = proxy;
    }

    @Override
    public void requireService(String host, int port) throws EgressRefusedException {
        permitted.hosts().requireService(host, port);
    }

    @Override
    public void requireLaboratory(String host, int port) throws EgressRefusedException {
        permitted.hosts().requireLaboratory(host, port);
    }

    @Override
    public Passage requirePassage(String host, int port, Duration patience)
            throws EgressRefusedException, UnknownHostException {
        requireService(host, port);
        Optional<HostPort> hop = proxy.to(host, port);
        if (hop.isEmpty()) {
            return Passage.direct();
        }
        InetSocketAddress address =
                rule().requireProxyAddress(hop.get().host().text(), hop.get().port(), patience);
        return new Passage(Optional.of(address), proxy.login());
    }

    /** The rule as it is now, which also answers for proxies. */
    public PermittedHosts rule() {
        return permitted.hosts();
    }

    @Override
    public Status status() {
        PermittedHosts hosts = permitted.hosts();
        Facts facts = Facts.none()
                .with(Name.HOSTS, hosts.service().size())
                .with(Name.LABORATORY, hosts.laboratory().size())
                .with(Name.PROBLEM, permitted.problem());
        boolean loopbackOnly = hosts.service().isEmpty() && hosts.laboratory().isEmpty();
        if (permitted.problem() == EgressProblem.EGRESS_NO_PROBLEM) {
            return new Status(Subject.EGRESS_READY, facts);
        }
        return new Status(loopbackOnly ? Subject.EGRESS_LOOPBACK_ONLY : Subject.EGRESS_LIMITED, facts);
    }
}
