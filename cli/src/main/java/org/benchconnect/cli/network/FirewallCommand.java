package org.benchconnect.cli.network;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.link.egress.BrokenProfileException;
import org.benchconnect.link.egress.FirewallPlan;
import org.benchconnect.link.egress.InstalledChoice;
import org.benchconnect.link.egress.Profile;
import org.benchconnect.link.egress.ProfileFolder;

/**
 * {@code benchconnect firewall}: what the vendor profile of this installation permits, written for those who run the firewall. Prints; changes
 * nothing.
 */
public final class FirewallCommand {
    private FirewallCommand() {}

    /**
     * Runs it. The installation is the system property {@code org.benchconnect.installation}.
     *
     * @param words behind {@code firewall}
     * @return exit code: 0 done, 1 refused or failed, 2 usage
     */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        String installation = System.getProperty("org.benchconnect.installation", "");
        return run(words, Path.of(installation).toAbsolutePath(), out, err);
    }

    static int run(List<String> words, Path installation, PrintStream out, PrintStream err) {
        try {
            FirewallRequest request = FirewallRequest.parse(words);
            FirewallPlan plan = plan(request, new ProfileFolder(installation));
            out.print(plan.written(request.form()));
            if (plan.region().hosts().isEmpty()) {
                err.println("benchconnect: the vendor profile " + plan.title()
                        + " permits no service side yet: see docs/network.md, \"Hosts: the vendor profile\"");
            }
            return 0;
        } catch (FirewallUsageException e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        } catch (BrokenProfileException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("benchconnect: the vendor profiles of this installation cannot be read");
            return 1;
        }
    }

    private static FirewallPlan plan(FirewallRequest request, ProfileFolder folder)
            throws IOException, BrokenProfileException, FirewallUsageException {
        if (!folder.isThere()) {
            throw new IOException("no folder of profiles");
        }
        InstalledChoice usual = folder.usual();
        String name = request.profile().isEmpty() ? usual.profile() : request.profile();
        String chosen = request.profile().isEmpty() && request.region().isEmpty() ? usual.region() : request.region();
        if (!folder.has(name)) {
            throw new FirewallUsageException(
                    "no vendor profile of that name; there are: " + String.join(", ", folder.names()));
        }
        Profile profile = folder.read(name);
        String names =
                String.join(", ", profile.regions().keySet().stream().sorted().toList());
        Profile.Region region = profile.region(chosen)
                .orElseThrow(() -> new FirewallUsageException("--region must be one of: " + names));
        String title = chosen.isEmpty() ? profile.name() : profile.name() + ", " + chosen;
        return new FirewallPlan(request.account(), title, region, request.proxy(), request.laboratory());
    }
}
