package org.benchconnect.upgrade.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code journal} in the home folder. A line is forced before {@link #write} returns. What a loss of power left of a line is cut off at the next use; a file with a
 * wrong line and right ones behind it was damaged by something else: it is kept beside as {@code journal.refused-<n>}, and the lines before count on. Above
 * {@value #ROTATE} bytes the oldest lines go.
 */
@Component(service = Journal.class)
public final class JournalFile implements Journal {
    /** Its name in the home folder. */
    public static final String NAME = "journal";

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final int ROTATE = 1024 * 1024;
    private static final int KEPT = 512 * 1024;
    private static final int MOST = 4 * 1024 * 1024;
    private static final int MOST_ASIDE = 9;

    private final Storage storage;
    private final DurableFiles files;
    private final Path file;
    private final Clock clock;

    private final List<Entry> entries = new ArrayList<>();
    /** Bytes of the file, while {@link #sound}. */
    private int length;
    /** Whether the disk is known to have exactly {@link #entries}; otherwise the file is written anew. */
    private boolean sound;

    private boolean read;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public JournalFile(BundleContext context) {
        this(
                Disk.forOwner(),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.HOME), Platform.HOME)),
                Clock.systemUTC());
    }

    /** Over a file system of the caller's. */
    public JournalFile(Storage storage, Path home, Clock clock) {
        this.storage = storage;
        this.files = new DurableFiles(storage);
        this.file = home.resolve(NAME);
        this.clock = clock;
    }

    @Override
    public synchronized void write(Step step) throws IOException {
        open();
        Entry entry = new Entry(clock.instant().truncatedTo(ChronoUnit.MILLIS), step);
        byte[] line = (JournalLine.of(entry) + "\n").getBytes(StandardCharsets.US_ASCII);
        if (sound && length + line.length <= ROTATE) {
            append(line);
        } else {
            List<Entry> all = new ArrayList<>(entries);
            all.add(entry);
            replace(all);
        }
        entries.add(entry);
    }

    @Override
    public synchronized List<Entry> entries() {
        try {
            open();
        } catch (IOException e) {
            LOG.warn("the journal cannot be read", e);
        }
        return List.copyOf(entries);
    }

    @Override
    public List<UpgradeRecord> records() {
        return Records.of(entries());
    }

    @Override
    public Set<String> notOffered() {
        return Records.notOffered(entries());
    }

    private void append(byte[] line) throws IOException {
        boolean first = length == 0;
        sound = false; // unless all of this works
        storage.append(file, line);
        storage.force(file);
        if (first) {
            storage.forceFolder(Objects.requireNonNull(file.getParent(), "the home folder"));
        }
        length += line.length;
        sound = true;
    }

    /** The whole file at once. */
    private void replace(List<Entry> all) throws IOException {
        List<Entry> kept = size(all) > ROTATE ? Rotation.kept(all, KEPT) : all;
        byte[] bytes = text(kept).getBytes(StandardCharsets.US_ASCII);
        sound = false;
        files.write(file, bytes);
        length = bytes.length;
        sound = true;
        entries.clear();
        entries.addAll(kept.subList(0, kept.size() - 1));
    }

    private void open() throws IOException {
        if (read) {
            return;
        }
        byte[] bytes = bytes().orElse(new byte[0]);
        JournalReader.Read found = JournalReader.read(bytes);
        if (found.rest() == JournalReader.Rest.DAMAGED) {
            setAside(bytes);
        } else if (found.rest() == JournalReader.Rest.TORN) {
            LOG.info("the journal ended in a line that a loss of power broke off: it is cut off");
        }
        entries.clear();
        entries.addAll(found.entries());
        length = found.length();
        sound = found.rest() == JournalReader.Rest.NONE; // otherwise the next write cuts it
        read = true;
    }

    private Optional<byte[]> bytes() throws IOException {
        if (storage.length(file) <= MOST) {
            return storage.read(file, MOST);
        }
        LOG.error("{} is longer than it ever is: it is not read", file);
        files.rename(file, aside());
        return Optional.empty();
    }

    /** A copy; the file itself is replaced with the next line. */
    private void setAside(byte[] bytes) throws IOException {
        Path aside = aside();
        LOG.error("the journal was damaged in the middle: the lines before count; {} keeps it", aside.getFileName());
        files.write(aside, bytes);
        files.write(file, text(JournalReader.read(bytes).entries()).getBytes(StandardCharsets.US_ASCII));
    }

    /** The next free name, or the last there is. */
    private Path aside() throws IOException {
        for (int number = 1; number < MOST_ASIDE; number++) {
            Path aside = file.resolveSibling(NAME + ".refused-" + number);
            if (storage.length(aside) == 0) {
                return aside;
            }
        }
        return file.resolveSibling(NAME + ".refused-" + MOST_ASIDE);
    }

    private static String text(List<Entry> entries) {
        return entries.stream().map(entry -> JournalLine.of(entry) + "\n").collect(Collectors.joining());
    }

    private static int size(List<Entry> entries) {
        return entries.stream()
                .mapToInt(entry -> JournalLine.of(entry).length() + 1)
                .sum();
    }
}
