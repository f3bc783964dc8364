package org.benchconnect.link.hub;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Methods of one device that were invoked, until it answers. Safe for any thread. */
final class MethodCalls {
    private static final int ANSWER_SECONDS = 60;

    private final Map<String, CompletableFuture<Integer>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    /** A new call; returns the request's id, which the device repeats. */
    String begin() {
        String request = Integer.toHexString(numbers.incrementAndGet());
        waiting.put(request, new CompletableFuture<>());
        return request;
    }

    /** Waits for the answer to a call that has begun; 504 if none comes in time. */
    int status(String request) throws InterruptedException {
        CompletableFuture<Integer> answer = waiting.getOrDefault(request, new CompletableFuture<>());
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return 504;
        }
    }

    /** The device has answered on this topic: {@code $iothub/methods/res/<status>/?$rid=<request>}. */
    void answered(String topic) {
        String[] parts = topic.split("/");
        CompletableFuture<Integer> answer = waiting.get(topic.substring(topic.indexOf("$rid=") + 5));
        if (answer != null) {
            answer.complete(Integer.valueOf(parts[3]));
        }
    }
}
