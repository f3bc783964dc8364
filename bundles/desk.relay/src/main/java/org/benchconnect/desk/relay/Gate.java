package org.benchconnect.desk.relay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/**
 * Two paths, nothing else. A viewer is a page of a known origin, an agent is no page at all: a browser always says from where it comes, and a script cannot
 * change it. No extension is negotiated: ciphertext does not compress.
 */
final class Gate extends Handler.Wrapper {
    private static final String AGENT = "/v1/agent";
    private static final String VIEWER = "/v1/viewer";

    private final Set<String> viewers;

    Gate(Floor floor, Set<String> viewers) {
        this.viewers = viewers;
        WebSocketUpgradeHandler upgrades = new WebSocketUpgradeHandler();
        upgrades.addMapping(AGENT, end(floor, End.Role.AGENT));
        upgrades.addMapping(VIEWER, end(floor, End.Role.VIEWER));
        setHandler(upgrades);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int refusal = refusal(request);
        if (refusal == 0) {
            return super.handle(request, response, callback);
        }
        response.setStatus(refusal);
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        callback.succeeded();
        return true;
    }

    /** The status of the answer, or 0 for none. */
    private int refusal(Request request) {
        List<String> origin = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        int path =
                switch (Request.getPathInContext(request)) {
                    case AGENT -> origin.isEmpty() ? 0 : HttpStatus.FORBIDDEN_403;
                    case VIEWER -> origin.size() == 1 && viewers.contains(origin.get(0)) ? 0 : HttpStatus.FORBIDDEN_403;
                    default -> HttpStatus.NOT_FOUND_404;
                };
        boolean upgrade = request.getHeaders().contains(HttpHeader.UPGRADE, "websocket");
        return path == 0 && !upgrade ? HttpStatus.UPGRADE_REQUIRED_426 : path;
    }

    private static WebSocketNegotiator end(Floor floor, End.Role role) {
        Configuration.ConfigurationCustomizer frames = new Configuration.ConfigurationCustomizer();
        frames.setAutoFragment(false);
        frames.setIdleTimeout(Duration.ZERO); // the floor's own look is stricter
        frames.setMaxFrameSize(FirstMessage.MOST);
        frames.setInputBufferSize(RelayLimits.MESSAGE);
        frames.setOutputBufferSize(RelayLimits.MESSAGE);
        return WebSocketNegotiator.from(
                (request, response, callback) -> {
                    response.setExtensions(List.of());
                    InetSocketAddress remote =
                            (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
                    return new End(floor, role, Addresses.key(remote.getAddress()));
                },
                (handler, request, response) -> (End) handler,
                frames);
    }
}
