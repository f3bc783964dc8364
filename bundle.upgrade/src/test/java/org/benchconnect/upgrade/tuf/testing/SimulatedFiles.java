package org.benchconnect.upgrade.tuf.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.benchconnect.upgrade.tuf.ReleaseSource;

/** The files of a simulated repository by the names that they are asked for, and who asked for which. */
final class SimulatedFiles implements ReleaseSource {
    private final Map<String, byte[]> metadata = new LinkedHashMap<>();
    private final Map<String, byte[]> targets = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();

    /** Files of its own, the same, of which nobody asked for any. */
    SimulatedFiles copy() {
        SimulatedFiles copy = new SimulatedFiles();
        copy.metadata.putAll(metadata);
        copy.targets.putAll(targets);
        return copy;
    }

    void putMetadata(String name, byte[] bytes) {
        metadata.put(name, bytes);
    }

    void putTarget(String name, byte[] bytes) {
        targets.put(name, bytes);
    }

    void lose(String name) {
        metadata.remove(name);
    }

    byte[] metadataFile(String name) {
        return metadata.get(name).clone();
    }

    /** Under every name that the target has. */
    void replaceTarget(String path, byte[] bytes) {
        targets.replaceAll((name, old) -> name.equals(path) || name.endsWith("." + path) ? bytes : old);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    void forgetRequests() {
        requests.clear();
    }

    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : metadata.entrySet()) {
            write(folder.resolve("metadata").resolve(file.getKey()), file.getValue());
        }
        for (Map.Entry<String, byte[]> file : targets.entrySet()) {
            write(folder.resolve("targets").resolve(file.getKey()), file.getValue());
        }
    }

    @Override
    public InputStream metadata(String fileName) throws NoSuchFileException {
        return open(metadata, fileName);
    }

    @Override
    public InputStream target(String path) throws NoSuchFileException {
        return open(targets, path);
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private InputStream open(Map<String, byte[]> files, String name) throws NoSuchFileException {
        requests.add(name);
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new NoSuchFileException(name);
        }
        return new ByteArrayInputStream(bytes);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
