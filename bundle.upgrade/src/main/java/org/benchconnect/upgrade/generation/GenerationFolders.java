package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The home's folder {@code generations}. Each step is durable before the next one begins: the new generation is whole before the pointer names it, and the way
 * back lies ready before the pointer moves, so that it needs no room on the disk. After a loss of power between any two of them the pointer
 * names a generation that is whole: the old one or the new one.
 */
final class GenerationFolders {
    /** A list's name in its folder. */
    static final String LIST = ModuleList.FILE;

    private static final Logger LOG = LoggerFactory.getLogger(GenerationFolders.class);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int GREATEST = 999_999_999;
    private static final int MAX_POINTER = 64;
    private static final int MAX_LIST = 256 * 1024;
    private static final String FEATURES = "features";

    private final Storage storage;
    private final DurableFiles files;
    private final Path home;
    private final Path folder;

    /** Those of a home folder. */
    GenerationFolders(Storage storage, Path home) {
        this.storage = storage;
        this.files = new DurableFiles(storage);
        this.home = home;
        this.folder = home.resolve("generations");
    }

    /** The number that the pointer names. */
    int current() throws IOException {
        return number(pointer())
                .orElseThrow(() -> new FileSystemException(pointer().toString(), null, "names no generation"));
    }

    /**
     * The number after the greatest that has a free one after it, as the launcher counts.
     *
     * @param used numbers that are not used again, whether they are here or not
     */
    int next(Set<Integer> used) throws IOException {
        Set<Integer> taken = new TreeSet<>(Comparator.reverseOrder());
        taken.addAll(numbers());
        taken.addAll(used);
        taken.add(0);
        return taken.stream()
                .map(number -> number + 1)
                .filter(number -> number <= GREATEST && !taken.contains(number))
                .findFirst()
                .orElseThrow(() -> new FileSystemException(folder.toString(), null, "has no number left"));
    }

    /** The numbers of all, the greatest first. */
    List<Integer> numbers() throws IOException {
        return storage.names(folder).stream()
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The list of a generation; empty if there is none. */
    Optional<byte[]> list(int number) throws IOException {
        return storage.read(folder(number).resolve(LIST), MAX_LIST);
    }

    /** Its signature. */
    Optional<byte[]> signature(int number) throws IOException {
        return storage.read(folder(number).resolve(LIST + SignedList.SUFFIX), MAX_LIST);
    }

    /** A file among the feature documents of a generation; empty if it is not there. */
    Optional<byte[]> document(int number, String name, int most) throws IOException {
        return storage.read(features(number).resolve(name), most);
    }

    /**
     * Writes a generation that nothing names yet.
     *
     * @param documents the files of feature documents and their signatures, by name
     */
    void write(int number, byte[] list, byte[] signature, Map<String, byte[]> documents) throws IOException {
        files.makeFolder(features(number));
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            files.write(features(number).resolve(document.getKey()), document.getValue());
        }
        files.write(folder(number).resolve(LIST + SignedList.SUFFIX), signature);
        files.write(folder(number).resolve(LIST), list);
    }

    /** Lays a way back, and no start is counted: a trial begins when the pointer moves. */
    void layWayBack(int before) throws IOException {
        files.write(wayBack(), before + "\n");
        files.delete(starts());
    }

    /** Moves the pointer, while a way back lies there. */
    void point(int number) throws IOException {
        files.write(pointer(), number + "\n");
    }

    /** Moves the pointer back by the way that was laid, if it lies there still. */
    void pointBack() throws IOException {
        if (storage.length(wayBack()) > 0) {
            files.rename(wayBack(), pointer());
        }
        files.delete(starts());
    }

    /** The new generation stays: the way back is taken away, then what was counted. */
    void stay() throws IOException {
        files.delete(wayBack());
        files.delete(starts());
    }

    /** The names in this folder reach the disk: after an error of the disk that is not known. */
    void force() throws IOException {
        storage.forceFolder(folder);
    }

    /** The generation to go back to; empty if none is on trial, or the file names none. */
    Optional<Integer> before() throws IOException {
        return number(wayBack());
    }

    /** How often the agent started with the generation on trial. */
    int countedStarts() throws IOException {
        return number(starts()).orElse(0);
    }

    private Optional<Integer> number(Path file) throws IOException {
        return storage.read(file, MAX_POINTER)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf);
    }

    /** The names of the files among the feature documents of a generation. */
    List<String> documents(int number) throws IOException {
        return storage.names(features(number));
    }

    /** Whether the home folder has such a file: a module, as a list names it. */
    boolean hasModule(String file) throws IOException {
        return storage.length(home.resolve(file)) > 0;
    }

    /** Takes a generation away that nothing names: first its list, so that no start can take what is left for a generation. */
    void discard(int number) throws IOException {
        for (String name : List.of(LIST, LIST + ".tmp", LIST + SignedList.SUFFIX, LIST + SignedList.SUFFIX + ".tmp")) {
            files.delete(folder(number).resolve(name));
        }
        for (String name : storage.names(features(number))) {
            files.delete(features(number).resolve(name));
        }
        removeEmpty(features(number));
        removeEmpty(folder(number));
    }

    private void removeEmpty(Path folder) {
        try {
            storage.delete(folder);
        } catch (IOException e) {
            LOG.debug("{} stays, with what somebody else laid into it", folder, e);
        }
    }

    private Path pointer() {
        return folder.resolve("current");
    }

    private Path wayBack() {
        return folder.resolve("current.before");
    }

    private Path starts() {
        return folder.resolve("starts");
    }

    private Path folder(int number) {
        return folder.resolve(String.valueOf(number));
    }

    private Path features(int number) {
        return folder(number).resolve(FEATURES);
    }
}
