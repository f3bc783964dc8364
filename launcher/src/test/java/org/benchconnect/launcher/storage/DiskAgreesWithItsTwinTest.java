package org.benchconnect.launcher.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same operations, some of them wrong, have the same results on a real disk and in the twin. */
class DiskAgreesWithItsTwinTest {
    private static final int OPERATIONS = 1000;
    private static final List<String> FILES = List.of("a", "b", "c", "f/a", "f/b", "f/g/a", "n/o");
    private static final List<String> FOLDERS = List.of("", "f", "f/g", "n/o/p");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyOperationHasTheSameResult(long seed) {
        Storage disk = Disk.forOwner();
        Storage twin = new FaultyStorage(folder);
        TreeMap<String, Integer> succeeded = new TreeMap<>();
        TreeMap<String, Integer> failed = new TreeMap<>();
        Random random = new Random(seed);

        for (int i = 0; i < OPERATIONS; i++) {
            Step step = Step.any(random, folder);
            String there = step.on(disk);
            String here = step.on(twin);
            assertEquals(there, here, "operation " + i + ": " + step);
            (there.equals("failed") ? failed : succeeded).merge(step.what(), 1, Integer::sum);
        }

        assertTrue(succeeded.size() >= 10, () -> "some never succeeded: " + succeeded);
        assertTrue(failed.size() >= 7, () -> "some never failed: " + failed);
    }

    /** One operation with its arguments. */
    private record Step(String what, Path path, Path other, byte[] content, int number) {
        static final List<String> ALL = List.of(
                "read",
                "create",
                "append",
                "truncate",
                "force",
                "forceFolder",
                "rename",
                "delete",
                "makeFolder",
                "names",
                "length");

        static Step any(Random random, Path folder) {
            byte[] content = new byte[random.nextInt(5)];
            random.nextBytes(content);
            String what = ALL.get(random.nextInt(ALL.size()));
            boolean ofFolders = what.toLowerCase(Locale.ROOT).contains("folder") || what.equals("names");
            List<String> likely = ofFolders ? FOLDERS : FILES;
            List<String> unlikely = ofFolders ? FILES : FOLDERS;
            List<String> names = random.nextInt(20) == 0 ? unlikely : likely;
            return new Step(
                    what,
                    folder.resolve(names.get(random.nextInt(names.size()))),
                    folder.resolve(names.get(random.nextInt(names.size()))),
                    content,
                    random.nextInt(8) - 1);
        }

        String on(Storage storage) {
            try {
                switch (what) {
                    case "read" -> {
                        return storage.read(path, Math.max(0, number))
                                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                                .orElse("none");
                    }
                    case "create" -> storage.create(path, content);
                    case "append" -> storage.append(path, content);
                    case "truncate" -> storage.truncate(path, number);
                    case "force" -> storage.force(path);
                    case "forceFolder" -> storage.forceFolder(path);
                    case "rename" -> storage.rename(path, other);
                    case "delete" -> storage.delete(path);
                    case "makeFolder" -> storage.makeFolder(path);
                    case "names" -> {
                        return storage.names(path).toString();
                    }
                    default -> {
                        return String.valueOf(storage.length(path));
                    }
                }
                return "done";
            } catch (IOException e) {
                return "failed";
            }
        }
    }
}
