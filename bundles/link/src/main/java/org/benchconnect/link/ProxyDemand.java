package org.benchconnect.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.dialect.Incoming;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.ProxyAnswer;
import org.benchconnect.link.egress.ProxyAnswer.Scheme;
import org.benchconnect.link.egress.ProxyQuestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a proxy wants when no connection came about through it: the JDK's client tells that it refused, and not how it wants to be signed in to.
 * Asks the proxy once more, on a thread of its own that lives for seconds, and passes everything else on.
 */
final class ProxyDemand implements Broker.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyDemand.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** As what the JDK's client and Paho report a proxy that wants what they cannot do. */
    private static final Set<Problem> UNCLEAR =
            Set.of(Problem.LINK_PROXY_REFUSED, Problem.LINK_NOT_MQTT, Problem.LINK_UNREACHABLE, Problem.LINK_LOST);

    private final InetSocketAddress proxy;
    private final HostPort target;
    private final Broker.Listener listener;
    /** Whether a connection came about, or it was asked already. */
    private final AtomicBoolean answered = new AtomicBoolean();

    /**
     * For one attempt.
     *
     * @param proxy resolved, and permitted at that address
     * @param listener who is told
     */
    ProxyDemand(InetSocketAddress proxy, HostPort target, Broker.Listener listener) {
        this.proxy = proxy;
        this.target = target;
        this.listener = listener;
    }

    @Override
    public void connected() {
        answered.set(true);
        listener.connected();
    }

    @Override
    public void acknowledged(long token) {
        listener.acknowledged(token);
    }

    @Override
    public void subscribed(boolean granted) {
        listener.subscribed(granted);
    }

    @Override
    public Broker.Reception came(Incoming message, Broker.Receipt receipt) {
        return listener.came(message, receipt);
    }

    @Override
    public void lost(Problem problem, Loss loss) {
        if (answered.getAndSet(true) || !UNCLEAR.contains(problem)) {
            listener.lost(problem, loss);
            return;
        }
        Thread asking = new Thread(() -> listener.lost(cleared(problem), loss), "benchconnect-link-proxy");
        asking.setDaemon(true);
        asking.start();
    }

    private Problem cleared(Problem problem) {
        try {
            return ProxyQuestion.ask(proxy, target, PATIENCE)
                    .filter(answer -> answer.status() == ProxyAnswer.LOGIN_WANTED)
                    .map(ProxyDemand::of)
                    .orElse(problem);
        } catch (IOException e) {
            LOG.debug("The proxy does not say what it wants: {}", e.getClass().getName());
            return problem;
        }
    }

    /** Where it offers Basic too, the user or password is wrong or missing. */
    private static Problem of(ProxyAnswer answer) {
        Set<Scheme> offered = answer.schemes();
        if (offered.isEmpty() || offered.contains(Scheme.BASIC)) {
            return Problem.LINK_PROXY_REFUSED;
        } else if (offered.contains(Scheme.NTLM)) {
            return Problem.LINK_PROXY_WANTS_NTLM;
        } else if (offered.contains(Scheme.NEGOTIATE)) {
            return Problem.LINK_PROXY_WANTS_KERBEROS;
        }
        return offered.contains(Scheme.DIGEST) ? Problem.LINK_PROXY_WANTS_DIGEST : Problem.LINK_PROXY_WANTS_OTHER;
    }
}
