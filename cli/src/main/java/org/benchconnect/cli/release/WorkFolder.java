package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The vendor's working folder: {@code release.json}, {@code published/} which a web server carries, {@code draft/} if a release is being
 * made, {@code vendor/} which goes into every installation. One command at a time works in it. No private key is in it.
 */
final class WorkFolder implements AutoCloseable {
    private final Path folder;
    private final Settings settings;
    private final FolderLock lock;

    private WorkFolder(Path folder, Settings settings, FolderLock lock) {
        this.folder = folder;
        this.settings = settings;
        this.lock = lock;
    }

    /** Opens it for one command. */
    static WorkFolder open(Path folder) throws IOException, ReleaseRefusal {
        Path settings = folder.resolve(Settings.FILE);
        if (!Files.isRegularFile(settings)) {
            throw new ReleaseRefusal(folder + " is no working folder of releases: it has no " + Settings.FILE
                    + "; 'release init repository' makes one");
        }
        FolderLock lock = FolderLock.of(folder);
        try {
            return new WorkFolder(folder, Settings.read(settings), lock);
        } catch (IOException | ReleaseRefusal broken) {
            lock.close();
            throw broken;
        }
    }

    Path folder() {
        return folder;
    }

    Settings settings() {
        return settings;
    }

    Published published() throws IOException, ReleaseRefusal {
        return Published.in(folder.resolve("published"));
    }

    Draft draft() {
        return Draft.in(folder.resolve("draft"));
    }

    /** The draft, begun if there was none. */
    Draft begunDraft() throws IOException, ReleaseRefusal {
        Draft draft = draft();
        draft.begin(published());
        return draft;
    }

    /** What a PC needs to know of this vendor, for the installation folder. */
    Path vendor() {
        return folder.resolve("vendor");
    }

    /** The state to be, complete, before anything of it is moved into place. */
    Path next() {
        return folder.resolve(".next");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
