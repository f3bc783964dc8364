package org.benchconnect.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;

/** What the home folder says the next start will run, and what it will not. Only reads. */
final class StagedGeneration {
    /** The launcher reads no longer list. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final String LIST = ModuleList.FILE;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern BASE = Pattern.compile("(?m)^base ([0-9a-f]{64})$");

    private final Path generations;

    StagedGeneration(Path home) {
        this.generations = home.resolve("generations");
    }

    /**
     * The number of the current generation if it has this list, and so the next start runs what runs now. Empty also when pointer or list is missing or no
     * longer one, because then the launcher stages anew.
     */
    Optional<Integer> current(String runningList) {
        try {
            String pointer = read(generations.resolve("current")).strip();
            return NUMBER.matcher(pointer).matches()
                            && read(generations.resolve(pointer).resolve(LIST)).equals(runningList)
                    ? Optional.of(Integer.valueOf(pointer))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * How many features the generation before this one had that do not run any more because an installer brought another base release: its list was signed under
     * that one's, and people here allowed them with that one. 0 after the first change made since.
     *
     * @param number of the running generation
     * @param runningList its list
     * @param base the digest of the installation's release list
     */
    int leftUnderAnotherBase(int number, String runningList, String base) {
        try {
            Optional<Integer> before = before(number);
            if (before.isEmpty()) {
                return 0;
            }
            Path list = generations.resolve(String.valueOf(before.get())).resolve(LIST);
            Matcher signedUnder = BASE.matcher(read(list.resolveSibling(LIST + SignedList.SUFFIX)));
            if (!signedUnder.find() || signedUnder.group(1).equals(base)) {
                return 0;
            }
            Set<String> left = features(read(list));
            left.removeAll(features(runningList));
            return left.size();
        } catch (IOException | ListRefusedException e) {
            return 0; // there is no such generation, or it was never signed
        }
    }

    private Optional<Integer> before(int number) throws IOException {
        Set<Integer> lower = new TreeSet<>(Comparator.reverseOrder());
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(generations, Files::isDirectory)) {
            for (Path folder : folders) {
                String name = String.valueOf(folder.getFileName());
                if (NUMBER.matcher(name).matches()
                        && Integer.parseInt(name) < number
                        && Files.exists(folder.resolve(LIST), LinkOption.NOFOLLOW_LINKS)) {
                    lower.add(Integer.valueOf(name));
                }
            }
        }
        return lower.stream().findFirst();
    }

    private static Set<String> features(String list) throws ListRefusedException {
        return ModuleList.parse(list).features().stream()
                .map(ModuleList.Feature::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
        }
    }
}
