package org.benchconnect.tests.filetransfer;

import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.lab.LabServices;

/** A remote session without a picture: a person gives it leases, and it calls file transfer with them, as the engine of a session does. */
final class FakeSession {
    private static final String CORE = "org.benchconnect.core";

    private final LabServices services;

    FakeSession(LabServices services) {
        this.services = services;
    }

    /** A person reads the question, waits its second, and says yes to one file. */
    Object lease(String direction, String name, long size) throws Exception {
        Object questions = services.get("org.benchconnect.core.consent.Questions");
        Object question = LabServices.call(questions, "open");
        String id = (String) question.getClass().getMethod("id").invoke(question);
        boolean never = new CountDownLatch(1).await(1050, TimeUnit.MILLISECONDS);
        if (never) {
            throw new AssertionError("nobody counts that down");
        }
        return LabServices.call(
                services.get("org.benchconnect.core.session.Leases"), "give", id, request(direction, name, size));
    }

    private Object request(String direction, String name, long size) throws Exception {
        Object file = constructor("org.benchconnect.core.session.FileToTransfer")
                .newInstance(constant("org.benchconnect.core.session.FileToTransfer$Direction", direction), name, size);
        return constructor("org.benchconnect.core.session.LeaseRequest")
                .newInstance(
                        "fake-session",
                        "A supporter",
                        Made.FEATURE,
                        constant("org.benchconnect.core.feature.Privilege", "TRANSFER_FILES"),
                        Optional.empty(),
                        Optional.of(file),
                        Duration.ofMinutes(5));
    }

    private Constructor<?> constructor(String type) throws ClassNotFoundException {
        return services.type(CORE, type).getConstructors()[0];
    }

    private Object constant(String type, String name) throws ClassNotFoundException {
        for (Object each : services.type(CORE, type).getEnumConstants()) {
            if (((Enum<?>) each).name().equals(name)) {
                return each;
            }
        }
        throw new AssertionError(name);
    }

    Object transfer() throws Exception {
        return services.get("org.benchconnect.teamviewerbridge.files.FileTransfer");
    }

    /** Takes a whole file out. */
    byte[] fetch(String name, int size) throws Exception {
        Object out = LabServices.call(transfer(), "send", lease("OUT", name, size));
        ByteBuffer bytes = ByteBuffer.allocate(size + 1);
        while ((int) LabServices.call(out, "read", bytes) >= 0) {
            // until its end
        }
        LabServices.call(out, "close");
        byte[] whole = new byte[bytes.flip().remaining()];
        bytes.get(whole);
        return whole;
    }

    /** Brings a whole file in; its SHA-256. */
    String bring(String name, byte[] content) throws Exception {
        Object in = LabServices.call(transfer(), "receive", lease("IN", name, content.length));
        LabServices.call(in, "write", ByteBuffer.wrap(content));
        String sha256 = (String) LabServices.call(in, "finish");
        LabServices.call(in, "close");
        return sha256;
    }
}
