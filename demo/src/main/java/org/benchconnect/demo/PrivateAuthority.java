package org.benchconnect.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key and certificate for the demo's broker, made on the spot by the JDK's keytool and gone with the demo's folder.
 *
 * @param keyStore PKCS#12
 * @param certificate PEM, what the agent trusts
 * @param password of the key store
 */
public record PrivateAuthority(Path keyStore, Path certificate, String password) {
    /** Makes one in a folder. */
    public static PrivateAuthority in(Path folder) throws IOException, InterruptedException {
        String password = new BigInteger(128, new SecureRandom()).toString(36);
        PrivateAuthority authority =
                new PrivateAuthority(folder.resolve("broker.p12"), folder.resolve("broker.pem"), password);
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-dname",
                "CN=BenchConnect demo broker",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-ext",
                "eku=serverAuth",
                "-validity",
                "7",
                "-storetype",
                "PKCS12",
                "-keystore",
                authority.keyStore.toString(),
                "-storepass",
                password);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-file",
                authority.certificate.toString(),
                "-keystore",
                authority.keyStore.toString(),
                "-storepass",
                password);
        return authority;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + said.strip());
        }
    }
}
