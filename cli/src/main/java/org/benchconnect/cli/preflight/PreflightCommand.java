package org.benchconnect.cli.preflight;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.benchconnect.cli.doctor.Limits;
import org.benchconnect.cli.doctor.Words;
import org.benchconnect.link.egress.BrokenProfileException;
import org.benchconnect.link.egress.InstalledChoice;
import org.benchconnect.link.egress.Profile;
import org.benchconnect.link.egress.ProfileFolder;

/** {@code benchconnect preflight}: whether this PC and its network are ready. Runs from the installation folder on a stick; needs no home folder and no agent. */
public final class PreflightCommand {
    private static final Duration UPLOAD = Duration.ofSeconds(10);

    private PreflightCommand() {}

    /**
     * Runs it. The installation, which may be on a stick, is the system property {@code org.benchconnect.installation}.
     *
     * @param words behind {@code preflight}
     * @return exit code: 0 ready, 1 something is in the way or it failed, 2 usage
     */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        // The checks of TLS would also say what they found in a log that nobody set up here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Path installation = Path.of(System.getProperty("org.benchconnect.installation", ""));
        return run(
                words,
                installation.toAbsolutePath(),
                new Network.Settings(Limits.USUAL, UPLOAD, Clock.systemUTC()),
                out,
                err);
    }

    static int run(List<String> words, Path installation, Network.Settings settings, PrintStream out, PrintStream err) {
        try {
            PreflightRequest request =
                    PreflightRequest.parse(words, System.getProperty("org.benchconnect.language", "en"));
            return run(request, new ProfileFolder(installation), settings, out);
        } catch (PreflightUsageException e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        } catch (BrokenProfileException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        } catch (FileAlreadyExistsException e) {
            err.println("benchconnect: there is a file of that name already: " + e.getFile());
            return 1;
        } catch (IOException e) {
            err.println("benchconnect: not done: " + e.getMessage());
            return 1;
        }
    }

    private static int run(PreflightRequest request, ProfileFolder profiles, Network.Settings settings, PrintStream out)
            throws IOException, BrokenProfileException, PreflightUsageException {
        InstalledChoice usual = profiles.usual();
        String name = request.profile().isEmpty() ? usual.profile() : request.profile();
        String chosen = request.profile().isEmpty() && request.region().isEmpty() ? usual.region() : request.region();
        Profile profile = profiles.read(name);
        Profile.Region region = profile.region(chosen)
                .orElseThrow(() -> new PreflightUsageException("--region must be one of: "
                        + String.join(
                                ", ",
                                profile.regions().keySet().stream().sorted().toList())));
        List<Item> items = new ArrayList<>(Machine.look());
        items.addAll(new Network(request, profile, region, profiles.path(), settings).look());
        Words words = Words.of(PreflightCommand.class, request.language());
        if (request.page() != null) {
            String language = request.language().locale().getLanguage();
            String title = chosen.isEmpty() ? profile.name() : profile.name() + ", " + chosen;
            Files.writeString(
                    request.page(),
                    new Page(words)
                            .html(
                                    language,
                                    title,
                                    region,
                                    items,
                                    settings.clock().instant()),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        }
        print(request, items, words, out);
        return items.stream().anyMatch(each -> each.state() == Item.State.BAD) ? 1 : 0;
    }

    private static void print(PreflightRequest request, List<Item> items, Words words, PrintStream out) {
        JsonArray json = new JsonArray();
        for (Item item : Page.sorted(items)) {
            String text = words.say(item.key(), item.said());
            if (request.json()) {
                JsonObject object = new JsonObject();
                object.addProperty("subject", item.subject().name());
                object.addProperty("state", item.state().name());
                object.addProperty("result", item.key());
                object.addProperty("text", text);
                object.addProperty("remedy", item.remedy());
                json.add(object);
            } else {
                out.printf(
                        Locale.ROOT,
                        "%-14s %-22s %s%n",
                        words.say("state." + item.state()),
                        words.say("subject." + item.subject()),
                        text);
                if (!item.remedy().isEmpty()) {
                    out.printf(Locale.ROOT, "%-37s %s%n", "", item.remedy());
                }
            }
        }
        if (request.json()) {
            out.println(json);
        } else if (request.page() != null) {
            out.println();
            out.println(words.say("page.written", Map.of("path", request.page().toString())));
        }
    }
}
