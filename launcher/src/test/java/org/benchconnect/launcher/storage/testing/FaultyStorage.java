package org.benchconnect.launcher.storage.testing;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.launcher.storage.testing.Effect.Cut;
import org.benchconnect.launcher.storage.testing.Effect.Names;
import org.benchconnect.launcher.storage.testing.Effect.OfBytes;
import org.benchconnect.launcher.storage.testing.Effect.Write;
import org.benchconnect.launcher.storage.testing.Node.FileNode;
import org.benchconnect.launcher.storage.testing.Node.FolderNode;

/**
 * A file system in memory with the semantics of {@link org.benchconnect.launcher.storage.Disk}, which fails when told to and knows what a loss of power could
 * leave at any moment. A new file's name is durable only when its folder was forced, a folder's only when the one above was; forcing a file does not force its
 * name. Safe for any thread.
 */
public final class FaultyStorage implements Storage {
    private static final int TEARS = 3;

    private final Tree tree;
    private final List<Effect> pending = new ArrayList<>();
    private final FaultSchedule faults = new FaultSchedule();
    private Consumer<String> listener = operation -> {};
    private String operation = "nothing yet";
    private int tears = TEARS;

    /** With nothing but these folders, which are forced. */
    public FaultyStorage(Path... folders) {
        this(new DiskState(Set.of(folders), Map.of()));
    }

    /** With what a disk has. */
    FaultyStorage(DiskState state) {
        tree = Tree.of(state);
    }

    /** From now on the n-th next operation (from 1) that changes or forces something, and every one after it, fails; reading at once, if that is the fault. */
    public synchronized void failFrom(int operation, Fault how) {
        failFrom(operation, Integer.MAX_VALUE, how);
    }

    /** The same for so many operations. */
    public synchronized void failFrom(int operation, int count, Fault how) {
        faults.set(operation, count, how);
    }

    /** Fails no more. */
    public synchronized void heal() {
        faults.clear();
    }

    /** At how many places between the first byte and the last a write can break off: 3 unless told otherwise; {@link Integer#MAX_VALUE} for every byte. */
    public synchronized void tears(int count) {
        tears = count;
    }

    /** How many operations there were that change or force something, those that failed included. */
    public synchronized int operations() {
        return faults.operations();
    }

    /** Tells after each change within each operation, on its thread, what was done; whoever listens may look, not change. */
    public synchronized void listen(Consumer<String> after) {
        listener = after;
    }

    /** Every state that can be on the disk if it ends now, each once. */
    public synchronized Set<DiskState> left(Loss loss) {
        LeftStates states = new LeftStates(tree.rootPath(), tree.root(), pending, tears);
        return switch (loss) {
            case OF_THE_PROCESS -> Set.of(states.live());
            case OF_POWER_IN_ORDER -> states.inOrder();
            case OF_POWER -> states.reordered();
        };
    }

    /** As programs see it now. */
    public synchronized DiskState state() {
        return new LeftStates(tree.rootPath(), tree.root(), pending, tears).live();
    }

    @Override
    public synchronized Optional<byte[]> read(Path file, int most) throws IOException {
        readable(file);
        FileNode found = tree.file(file);
        if (found != null && found.live.length() > most) {
            throw new FileSystemException(file.toString(), null, "is longer than " + most + " bytes");
        }
        return Optional.ofNullable(found).map(node -> node.live.bytes());
    }

    @Override
    public synchronized void create(Path file, byte[] content) throws IOException {
        change("create", file);
        FolderNode folder = tree.folderOf(file);
        String name = Tree.name(file);
        if (tree.file(file) != null) {
            does(Names.remove(folder, name, null));
        }
        FileNode made = new FileNode();
        does(Names.put(folder, name, made));
        write(made, file, content);
    }

    @Override
    public synchronized void append(Path file, byte[] content) throws IOException {
        change("append", file);
        FolderNode folder = tree.folderOf(file);
        FileNode found = tree.file(file);
        if (found == null) {
            found = new FileNode();
            does(Names.put(folder, Tree.name(file), found));
        }
        write(found, file, content);
    }

    private void write(FileNode node, Path file, byte[] content) throws IOException {
        int most = faults.is(Fault.NO_SPACE) ? 0 : faults.is(Fault.SHORT_WRITE) ? content.length / 2 : content.length;
        byte[] taken = Arrays.copyOf(content, most);
        if (taken.length > 0) {
            does(new Write(node, node.live.length(), taken));
        }
        if (taken.length < content.length) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
    }

    @Override
    public synchronized void truncate(Path file, long length) throws IOException {
        change("truncate", file);
        FileNode found = existing(file);
        if (length < 0 || length > found.live.length()) {
            throw new FileSystemException(file.toString(), null, "cannot be cut to " + length + " bytes");
        }
        does(new Cut(found, (int) length));
    }

    @Override
    public synchronized void force(Path file) throws IOException {
        begin("force", file);
        FileNode found = existing(file);
        boolean fails = faults.is(Fault.FORCE_ERROR, Fault.WRITE_ERROR);
        for (Iterator<Effect> all = pending.iterator(); all.hasNext(); ) {
            if (all.next() instanceof OfBytes change && change.file() == found) {
                if (!fails) {
                    found.onDisk =
                            change instanceof Write write && write.dropped ? found.onDisk : change.whole(found.onDisk);
                    all.remove();
                } else if (change instanceof Write write) {
                    write.dropped = true;
                }
            }
        }
        ended(fails, file);
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        begin("force folder", folder);
        FolderNode found = tree.folder(folder);
        if (found == null) {
            throw new NoSuchFileException(folder.toString());
        }
        boolean fails = faults.is(Fault.FORCE_ERROR, Fault.WRITE_ERROR);
        if (!fails) {
            List<Names> forced = pending.stream()
                    .filter(effect -> effect instanceof Names change && change.folder() == found)
                    .map(Names.class::cast)
                    .toList();
            for (Names change : forced) {
                if (change.needs() != null && pending.remove(change.needs())) {
                    change.needs().apply(change.needs().folder().onDisk);
                }
                change.apply(found.onDisk);
                pending.remove(change);
            }
        }
        ended(fails, folder);
    }

    private void ended(boolean fails, Path path) throws IOException {
        listener.accept(operation);
        if (fails) {
            throw new FileSystemException(path.toString(), null, "Input/output error");
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        change("rename to " + to.getFileName(), from);
        FileNode moved = existing(from);
        FolderNode source = tree.folderOf(from);
        FolderNode target = tree.folderOf(to);
        if (tree.file(to) == moved) {
            return; // the same name
        }
        if (source == target) {
            does(new Names(source, Tree.name(from), Tree.name(to), moved, null));
        } else {
            Names put = Names.put(target, Tree.name(to), moved);
            does(put);
            does(Names.remove(source, Tree.name(from), put));
        }
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        change("delete", file);
        Node found = tree.find(file);
        if (found instanceof FolderNode folder && !folder.live.isEmpty()) {
            throw new DirectoryNotEmptyException(file.toString());
        }
        if (found != null) {
            does(Names.remove(tree.folderOf(file), Tree.name(file), null));
        }
    }

    @Override
    public synchronized void makeFolder(Path folder) throws IOException {
        change("make folder", folder);
        for (Path path : Tree.downTo(folder)) {
            if (tree.folder(path) == null) {
                if (faults.is(Fault.NO_SPACE, Fault.SHORT_WRITE)) {
                    throw new FileSystemException(path.toString(), null, "No space left on device");
                }
                does(Names.put(tree.folderOf(path), Tree.name(path), new FolderNode()));
            }
        }
    }

    @Override
    public synchronized List<String> names(Path folder) throws IOException {
        readable(folder);
        FolderNode found = tree.folder(folder);
        return found == null ? List.of() : List.copyOf(found.live.keySet());
    }

    @Override
    public synchronized long length(Path file) throws IOException {
        readable(file);
        FileNode found = tree.file(file);
        return found == null ? 0 : found.live.length();
    }

    private void begin(String what, Path path) {
        faults.count();
        operation = faults.operations() + " " + what + " " + path;
    }

    private void change(String what, Path path) throws IOException {
        begin(what, path);
        if (faults.is(Fault.READ_ONLY, Fault.WRITE_ERROR)) {
            throw new FileSystemException(
                    path.toString(), null, faults.is(Fault.READ_ONLY) ? "Read-only file system" : "Input/output error");
        }
    }

    private void readable(Path path) throws IOException {
        if (faults.failsToRead()) {
            throw new FileSystemException(path.toString(), null, "Input/output error");
        }
    }

    private void does(Effect effect) {
        pending.add(effect);
        if (effect instanceof OfBytes change) {
            change.file().live = change.whole(change.file().live);
        } else if (effect instanceof Names change) {
            change.apply(change.folder().live);
        }
        listener.accept(operation);
    }

    private FileNode existing(Path file) throws IOException {
        FileNode found = tree.file(file);
        if (found == null) {
            throw new NoSuchFileException(file.toString());
        }
        return found;
    }
}
