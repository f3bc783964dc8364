package org.benchconnect.upgrade.repository;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.upgrade.tuf.ReleaseSource;

/** A repository in a zip file, read in place: nothing is unpacked to the disk, and no zip file within it is opened. */
final class ZipSource implements ReleaseSource {
    private final Closeable file;
    private final RandomBytes bytes;
    private final Map<String, ZipMember> members;
    private final String prefix;
    private final Meter meter;

    private ZipSource(Closeable file, RandomBytes bytes, Meter meter) throws IOException {
        this.file = file;
        this.bytes = bytes;
        this.meter = meter;
        this.members = ZipDirectory.read(bytes, meter.caps());
        this.prefix = prefix(members.keySet());
    }

    /** Opens it and checks the whole list of its entries. */
    static ZipSource open(Path file, Meter meter) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ZipSource(channel, RandomBytes.of(channel), meter);
        } catch (IOException e) {
            try (channel) {
                throw NoZip.orElse(e, channel);
            }
        }
    }

    /** The same of a zip file in memory. */
    static ZipSource of(byte[] zip, Meter meter) throws IOException {
        return new ZipSource(() -> {}, RandomBytes.of(zip), meter);
    }

    /** Empty, or the only folder at the top that has metadata, with a slash. */
    private static String prefix(Set<String> names) throws NoRepositoryException {
        String metadata = FolderSource.METADATA + "/";
        if (names.stream().anyMatch(name -> name.startsWith(metadata))) {
            return "";
        }
        Set<String> found = names.stream()
                .filter(name -> name.startsWith(metadata, name.indexOf('/') + 1))
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .collect(Collectors.toSet());
        if (found.size() != 1) {
            throw new NoRepositoryException(found.isEmpty() ? "none" : found.size() + " of them");
        }
        return found.iterator().next();
    }

    /** The names of the files in it. */
    Set<String> names() {
        return members.keySet();
    }

    @Override
    public InputStream metadata(String fileName) throws IOException {
        for (RepositoryPath name : MetadataName.of(fileName)) {
            if (members.containsKey(prefix + name)) {
                return open(name);
            }
        }
        throw new NoSuchFileException(fileName);
    }

    @Override
    public InputStream target(String path) throws IOException {
        return open(RepositoryPath.of(FolderSource.TARGETS + "/" + path));
    }

    private InputStream open(RepositoryPath path) throws IOException {
        ZipMember member = members.get(prefix + path);
        if (member == null) {
            throw new NoSuchFileException(path.toString());
        }
        return new MeteredStream(new ZipMemberStream(bytes, member), meter);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
