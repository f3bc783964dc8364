package org.benchconnect.desk.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * How the broker is reached.
 *
 * @param broker {@code ssl://host:port}, or {@code tcp://} on this machine
 * @param worker this worker's client id: another one for each, always the same for one
 * @param group whose members share the subscription
 * @param topics the filter
 * @param user empty: none
 * @param password of that user
 * @param authorities a PEM file of whose word is taken for the broker; empty: those of this Java runtime
 */
public record IntakeSettings(
        URI broker, String worker, String group, String topics, String user, String password, String authorities) {
    private static final int KEEP_ALIVE = 60; // seconds
    private static final int CONNECT = 30;
    private static final int MOST_BYTES = 256 * 1024;

    /** Looks at their form. */
    public IntakeSettings {
        String host = String.valueOf(broker.getHost());
        boolean here = host.equals("localhost") || host.equals("127.0.0.1");
        boolean form = broker.getRawUserInfo() == null && broker.getPort() > 0;
        if (!form || !("ssl".equals(broker.getScheme()) || "tcp".equals(broker.getScheme()) && here)) {
            throw new IllegalArgumentException("a broker is ssl://host:port; tcp:// only on this machine");
        }
        if (!worker.matches("[A-Za-z0-9-]{1,23}") || !group.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("worker and group are letters, digits and hyphens");
        }
        if (topics.isEmpty() || topics.startsWith("$")) {
            throw new IllegalArgumentException("the topics are a filter like bc/v1/+/+/session");
        }
    }

    MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(false); // what came while this worker was away waits for it
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE);
        options.setConnectionTimeout(CONNECT);
        if (!user.isEmpty()) {
            options.setUserName(user);
            options.setPassword(password.toCharArray());
        }
        if ("ssl".equals(broker.getScheme())) {
            options.setHttpsHostnameVerificationEnabled(true);
            options.setSocketFactory(sockets());
        }
        return options;
    }

    private SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, authorities.isEmpty() ? null : trust().getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the broker's authorities cannot be read from " + authorities, e);
        }
    }

    private TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(authorities))) {
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(in.readNBytes(MOST_BYTES)))) {
                store.setCertificateEntry("authority-" + number++, one);
            }
            if (number == 0) {
                throw new GeneralSecurityException("no certificate in it");
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        return trust;
    }

    @Override
    public String toString() {
        return "the intake from " + broker; // not the password
    }
}
