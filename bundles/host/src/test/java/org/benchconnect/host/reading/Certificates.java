package org.benchconnect.host.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certificates made by the JDK's own {@code keytool}. */
final class Certificates {
    private Certificates() {}

    /** A self-signed certificate as PEM. */
    static String endingAfterDays(Path folder, int days) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "for-this-test",
                        "-alias",
                        "one",
                        "-dname",
                        "CN=one",
                        "-keyalg",
                        "EC",
                        "-validity",
                        String.valueOf(days)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), "for-this-test".toCharArray());
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("one").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
