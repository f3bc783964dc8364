package org.benchconnect.desk.viewer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GET and HEAD of a known path, and nothing else. */
final class PageHandler extends Handler.Abstract.NonBlocking {
    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final Page page;
    private final RegistryFile registry;

    PageHandler(Page page, RegistryFile registry) {
        this.page = page;
        this.registry = registry;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        page.headers().forEach(response.getHeaders()::put);
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return nothing(METHOD_NOT_ALLOWED, response, callback);
        }
        try {
            String path = request.getHttpURI().getPath();
            Optional<PageFile> file = path.equals("/registry")
                    ? Optional.of(new PageFile("application/octet-stream", registry.now()))
                    : page.file(path);
            return file.isEmpty() ? nothing(NOT_FOUND, response, callback) : send(file.get(), head, response, callback);
        } catch (IOException e) {
            LOG.warn("the viewer cannot answer: {}", e.toString());
            return nothing(UNAVAILABLE, response, callback);
        }
    }

    private static boolean send(PageFile file, boolean head, Response response, Callback callback) {
        response.setStatus(OK);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.body().length);
        response.write(true, head ? null : ByteBuffer.wrap(file.body()).asReadOnlyBuffer(), callback);
        return true;
    }

    private static boolean nothing(int status, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        response.write(true, null, callback);
        return true;
    }
}
