package org.benchconnect.bench.fleet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.benchconnect.bench.fleet.Comeback.Counting;
import org.jspecify.annotations.Nullable;

/** All agents of a fleet, by one thread. */
final class FleetLoop implements AutoCloseable {
    /** Below the queue of connections that mosquitto asks the system for. */
    private static final int CONNECTING_AT_ONCE = 90;

    private final List<FleetAgent> agents;
    private final InetSocketAddress broker;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
    private final PriorityQueue<Wait> waits = new PriorityQueue<>(Comparator.comparingLong(Wait::until));
    private int here;
    private long acknowledged;
    private @Nullable Counting counting;

    /** When an agent tries again. */
    private record Wait(long until, FleetAgent agent) {}

    FleetLoop(List<FleetAgent> agents, InetSocketAddress broker) throws IOException {
        this.agents = agents;
        this.broker = broker;
    }

    /** Connects all as fast as the broker takes them; the seconds until each has had its presence acknowledged. */
    double connectAll() throws IOException {
        long begin = System.nanoTime();
        Queue<FleetAgent> next = new ArrayDeque<>(agents);
        while (here < agents.size()) {
            while (!next.isEmpty() && agents.size() - next.size() - here < CONNECTING_AT_ONCE) {
                next.remove().connect(selector, broker);
            }
            turn(1000);
        }
        return seconds(begin);
    }

    /** Lets each agent send so many events; how many a second were acknowledged. */
    double say(int eventsEach) throws IOException {
        long begin = System.nanoTime();
        long end = acknowledged + (long) eventsEach * agents.size();
        for (FleetAgent agent : agents) {
            agent.say(eventsEach);
        }
        while (acknowledged < end) {
            turn(1000);
        }
        return (double) eventsEach * agents.size() / seconds(begin);
    }

    /** Until all are back; whoever has lost the broker waits as the policy says. */
    Comeback comeBack(Duration patience, Runnable again) throws IOException {
        Counting counted = new Counting(System.nanoTime());
        counting = counted;
        long end = System.nanoTime() + patience.toNanos();
        while (here > 0) {
            turn(10);
        }
        again.run();
        while (here < agents.size()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException((agents.size() - here) + " agents did not come back");
            }
            turn(10);
        }
        counting = null;
        return counted.result();
    }

    private void turn(long patience) throws IOException {
        selector.select(patience);
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid()) {
                serve((FleetAgent) key.attachment(), key);
            }
        }
        selector.selectedKeys().clear();
        for (Wait wait = waits.peek(); wait != null && wait.until() <= System.nanoTime(); wait = waits.peek()) {
            waits.remove();
            attempt(wait.agent());
        }
    }

    private void attempt(FleetAgent agent) {
        if (counting != null) {
            counting.attempt(System.nanoTime());
        }
        try {
            agent.connect(selector, broker);
        } catch (IOException e) {
            gone(agent, false); // refused at once
        }
    }

    private void serve(FleetAgent agent, SelectionKey key) throws IOException {
        boolean before = agent.isHere();
        try {
            if (key.isConnectable()) {
                agent.finish();
                return;
            }
            if (key.isWritable()) {
                agent.flush();
            }
            int count = agent.read(buffer);
            if (count < 0) {
                gone(agent, before);
                return;
            }
            acknowledged += count;
            if (!before && agent.isHere()) {
                here++;
                if (counting != null) {
                    counting.back(System.nanoTime());
                }
            }
        } catch (IOException e) {
            if (counting == null) {
                throw e;
            }
            gone(agent, before);
        }
    }

    private void gone(FleetAgent agent, boolean wasHere) {
        if (counting == null) {
            throw new IllegalStateException("the broker ended a connection");
        }
        agent.close();
        here -= wasHere ? 1 : 0;
        Duration wait = wasHere ? agent.words.lost() : agent.words.failed();
        waits.add(new Wait(System.nanoTime() + wait.toNanos(), agent));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() throws IOException {
        agents.forEach(FleetAgent::close);
        selector.close();
    }
}
