package org.benchconnect.launcher.storage.testing;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.launcher.storage.testing.Node.FileNode;
import org.benchconnect.launcher.storage.testing.Node.FolderNode;
import org.jspecify.annotations.Nullable;

/** Finds files and folders by path, as programs see them. */
record Tree(Path rootPath, FolderNode root) {
    /** With what a disk has, all of it forced. */
    static Tree of(DiskState state) {
        Tree tree = new Tree(whole(Path.of("")).getRoot(), new FolderNode());
        state.folders().forEach(tree::durableFolder);
        state.contents().forEach((path, content) -> {
            FileNode file = new FileNode();
            file.live = content;
            file.onDisk = content;
            put(tree.durableFolder(above(path)), name(path), file);
        });
        return tree;
    }

    private FolderNode durableFolder(Path path) {
        FolderNode folder = root;
        for (Path name : rootPath.relativize(whole(path))) {
            if (!name.toString().isEmpty()) {
                Node next = folder.live.get(name.toString());
                folder = next instanceof FolderNode there ? there : put(folder, name.toString(), new FolderNode());
            }
        }
        return folder;
    }

    private static <N extends Node> N put(FolderNode folder, String name, N node) {
        folder.live.put(name, node);
        folder.onDisk.put(name, node);
        return node;
    }

    /** The file; null if there is none; a folder is an error. */
    @Nullable
    FileNode file(Path path) throws IOException {
        Node found = find(path);
        if (found instanceof FolderNode) {
            throw new FileSystemException(path.toString(), null, "is a folder");
        }
        return (FileNode) found;
    }

    /** The folder; null if there is none; a file is an error. */
    @Nullable
    FolderNode folder(Path path) throws IOException {
        Node found = find(path);
        if (found instanceof FileNode) {
            throw new FileSystemException(path.toString(), null, "is no folder");
        }
        return (FolderNode) found;
    }

    /** The folder in which something has its name. */
    FolderNode folderOf(Path path) throws IOException {
        FolderNode folder = folder(above(path));
        if (folder == null) {
            throw new NoSuchFileException(path.toString());
        }
        return folder;
    }

    /** A file or folder; null if there is neither. */
    @Nullable
    Node find(Path path) throws IOException {
        Node node = root;
        for (Path name : rootPath.relativize(whole(path))) {
            if (name.toString().isEmpty()) {
                return node; // the root itself
            }
            if (!(node instanceof FolderNode folder)) {
                throw new FileSystemException(path.toString(), null, "a file is where a folder should be");
            }
            node = folder.live.get(name.toString());
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    /** The folders from the top one down to this. */
    static List<Path> downTo(Path folder) {
        List<Path> all = new ArrayList<>();
        for (Path path = whole(folder); path.getParent() != null; path = path.getParent()) {
            all.add(0, path);
        }
        return all;
    }

    static String name(Path path) {
        return String.valueOf(whole(path).getFileName());
    }

    static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path above(Path path) {
        Path above = whole(path).getParent();
        return above == null ? whole(path) : above;
    }
}
