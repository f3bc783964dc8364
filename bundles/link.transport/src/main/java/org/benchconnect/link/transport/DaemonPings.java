package org.benchconnect.link.transport;

import java.util.Timer;
import java.util.TimerTask;
import org.eclipse.paho.client.mqttv3.MqttPingSender;
import org.eclipse.paho.client.mqttv3.internal.ClientComms;
import org.jspecify.annotations.Nullable;

/** Paho's keep-alive on a daemon thread; that of Paho's own sender keeps a JVM from ending. For one client. */
public final class DaemonPings implements MqttPingSender {
    private @Nullable ClientComms client;
    private @Nullable Timer timer;

    /** To be given to a client. */
    public DaemonPings() {}

    @Override
    public synchronized void init(ClientComms comms) {
        client = comms;
    }

    @Override
    public synchronized void start() {
        if (client != null && timer == null) {
            timer = new Timer("benchconnect-link-ping", true);
            schedule(client.getKeepAlive());
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    @Override
    public synchronized void schedule(long delayMillis) {
        ClientComms pinged = client;
        if (timer != null && pinged != null) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            // Sends a ping if one is due, ends the connection if none was answered, and schedules
                            // again.
                            pinged.checkForActivity();
                        }
                    },
                    delayMillis);
        }
    }
}
