package org.benchconnect.cli.release;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What goes as {@code vendor/} into the installation folder of every PC: whose code signature counts there ({@code profile.json}, {@code
 * code-signing.pem}, {@code time-stamping.pem}), and, once it is published, the first root ({@code root.json}).
 */
record VendorFolder(byte[] profile, byte[] codeSigning, byte[] timeStamping) {
    private static final int LONGEST = 1 << 20;

    static VendorFolder of(Arguments arguments) throws IOException, ReleaseUsage, ReleaseRefusal {
        JsonObject profile = new JsonObject();
        profile.addProperty("organisation", arguments.required("--organisation"));
        Optional<String> releases = arguments.option("--releases");
        if (releases.isPresent()) {
            if (!releases.get().startsWith("https://")) {
                throw arguments.usage("--releases is an address that begins with https://");
            }
            profile.addProperty("releases", releases.get());
        }
        String text = new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(profile) + "\n";
        return new VendorFolder(
                text.getBytes(StandardCharsets.UTF_8),
                certificates(arguments, "--code-signing"),
                certificates(arguments, "--time-stamping"));
    }

    private static byte[] certificates(Arguments arguments, String option)
            throws IOException, ReleaseUsage, ReleaseRefusal {
        Path file = arguments.path(arguments.required(option));
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw new ReleaseRefusal("there is no file of certificates " + file);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
            throw new ReleaseRefusal(file + " has no certificate in PEM form");
        }
        return bytes;
    }

    void write(Path folder) throws IOException, ReleaseRefusal {
        PublicFiles.writeNew(folder.resolve("profile.json"), profile);
        PublicFiles.writeNew(folder.resolve("code-signing.pem"), codeSigning);
        PublicFiles.writeNew(folder.resolve("time-stamping.pem"), timeStamping);
    }
}
