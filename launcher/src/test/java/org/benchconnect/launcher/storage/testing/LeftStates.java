package org.benchconnect.launcher.storage.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.benchconnect.launcher.storage.testing.Effect.Names;
import org.benchconnect.launcher.storage.testing.Effect.OfBytes;
import org.benchconnect.launcher.storage.testing.Node.FileNode;
import org.benchconnect.launcher.storage.testing.Node.FolderNode;

/**
 * Every state that a loss of power can leave: the names in every combination of what was not forced, and for each file that has a name then, every content that
 * its not forced changes can have left, in every combination of files. Equal states are made once.
 */
final class LeftStates {
    private static final int MOST_NAMES = 16; // changes of names that are not forced: 65 536 combinations
    private static final int MOST = 200_000; // states after one operation

    private final Path rootPath;
    private final FolderNode root;
    private final List<Effect> pending;
    private final int tears;

    LeftStates(Path rootPath, FolderNode root, List<Effect> pending, int tears) {
        this.rootPath = rootPath;
        this.root = root;
        this.pending = List.copyOf(pending);
        this.tears = tears;
    }

    /** In any order. */
    Set<DiskState> reordered() {
        List<Names> names = only(pending, Names.class);
        limit(names.size(), MOST_NAMES, "changes of names that nobody forced");
        Set<Layout> layouts = new LinkedHashSet<>();
        for (int chosen = 0; chosen < 1 << names.size(); chosen++) {
            List<Names> subset = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    subset.add(names.get(i));
                }
            }
            if (isPossible(subset, names)) {
                layouts.add(layout(subset));
            }
        }
        Map<FileNode, Set<Content>> contents = new HashMap<>();
        Set<DiskState> states = new LinkedHashSet<>();
        layouts.forEach(layout -> combine(layout, contents, states));
        return states;
    }

    /** In order: all changes up to one, and that one torn. */
    Set<DiskState> inOrder() {
        Set<DiskState> states = new LinkedHashSet<>();
        for (int count = 0; count <= pending.size(); count++) {
            List<Effect> kept = pending.subList(0, count);
            Layout layout = layout(only(kept, Names.class));
            states.add(layout.state(file -> content(file, kept)));
            if (count < pending.size() && pending.get(count) instanceof OfBytes next) {
                for (Content torn : next.torn(content(next.file(), kept), tears)) {
                    states.add(layout.state(file -> file == next.file() ? torn : content(file, kept)));
                }
            }
        }
        return states;
    }

    /** As programs see it. */
    DiskState live() {
        return Layout.of(rootPath, root, folder -> folder.live).state(file -> file.live);
    }

    private static boolean isPossible(List<Names> subset, List<Names> all) {
        return subset.stream()
                .allMatch(one -> one.needs() == null || !all.contains(one.needs()) || subset.contains(one.needs()));
    }

    private Layout layout(List<Names> kept) {
        Map<FolderNode, Map<String, Node>> changed = new HashMap<>();
        for (Names change : kept) {
            change.apply(changed.computeIfAbsent(change.folder(), folder -> new TreeMap<>(folder.onDisk)));
        }
        return Layout.of(rootPath, root, folder -> changed.getOrDefault(folder, folder.onDisk));
    }

    private static Content content(FileNode file, List<Effect> kept) {
        Content content = file.onDisk;
        for (OfBytes change : only(kept, OfBytes.class)) {
            content = change.file() == file ? change.whole(content) : content;
        }
        return content;
    }

    private Set<Content> contents(FileNode file) {
        Set<Content> contents = new LinkedHashSet<>(Set.of(file.onDisk));
        for (OfBytes change : only(pending, OfBytes.class)) {
            if (change.file() == file) {
                Set<Content> next = new LinkedHashSet<>();
                contents.forEach(before -> next.addAll(change.torn(before, tears)));
                contents = next;
                limit(contents.size(), MOST, "contents of one file");
            }
        }
        return contents;
    }

    private void combine(Layout layout, Map<FileNode, Set<Content>> known, Set<DiskState> states) {
        List<Map<FileNode, Content>> choices = List.of(Map.of());
        for (FileNode file : new LinkedHashSet<>(layout.files().values())) {
            List<Map<FileNode, Content>> more = new ArrayList<>();
            for (Map<FileNode, Content> choice : choices) {
                for (Content content : known.computeIfAbsent(file, this::contents)) {
                    Map<FileNode, Content> next = new HashMap<>(choice);
                    next.put(file, content);
                    more.add(next);
                }
            }
            limit(more.size(), MOST, "states");
            choices = more;
        }
        choices.forEach(choice -> states.add(layout.state(file -> choice.getOrDefault(file, file.onDisk))));
        limit(states.size(), MOST, "states");
    }

    private static void limit(int count, int most, String what) {
        if (count > most) {
            throw new IllegalStateException(
                    "more than " + most + " " + what + ": the code under test forces too rarely to look at all");
        }
    }

    private static <E> List<E> only(List<Effect> effects, Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Which paths lead to which file. */
    private record Layout(Set<Path> folders, Map<Path, FileNode> files) {
        static Layout of(Path rootPath, FolderNode root, Function<FolderNode, Map<String, Node>> names) {
            Layout layout = new Layout(new HashSet<>(), new LinkedHashMap<>());
            layout.add(rootPath, root, names);
            return layout;
        }

        private void add(Path path, FolderNode folder, Function<FolderNode, Map<String, Node>> names) {
            folders.add(path);
            names.apply(folder).forEach((name, node) -> {
                if (node instanceof FolderNode below) {
                    add(path.resolve(name), below, names);
                } else if (node instanceof FileNode file) {
                    files.put(path.resolve(name), file);
                }
            });
        }

        DiskState state(Function<FileNode, Content> content) {
            Map<Path, Content> bytes = new HashMap<>();
            files.forEach((path, file) -> bytes.put(path, content.apply(file)));
            return new DiskState(folders, bytes);
        }
    }
}
