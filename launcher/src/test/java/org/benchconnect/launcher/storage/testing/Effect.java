package org.benchconnect.launcher.storage.testing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.benchconnect.launcher.storage.testing.Node.FileNode;
import org.benchconnect.launcher.storage.testing.Node.FolderNode;
import org.jspecify.annotations.Nullable;

/** One change that an operation makes, which reaches the disk some time before it is forced, or not at all. */
sealed interface Effect {
    /** A change of a file's bytes. */
    sealed interface OfBytes extends Effect {
        FileNode file();

        /** What the file has if all of it is on the disk. */
        Content whole(Content before);

        /** Every result that a loss of power can leave, nothing and all of it among them. */
        Set<Content> torn(Content before, int tears);
    }

    /** Bytes at a place; dropped by a force that failed, they come back by no other force. */
    final class Write implements OfBytes {
        private final FileNode file;
        private final int offset;
        private final byte[] bytes;
        boolean dropped;

        Write(FileNode file, int offset, byte[] bytes) {
            this.file = file;
            this.offset = offset;
            this.bytes = bytes.clone();
        }

        @Override
        public FileNode file() {
            return file;
        }

        @Override
        public Content whole(Content before) {
            return before.with(offset, bytes);
        }

        /**
         * The first bytes up to each of some places; all bytes as zeros, because the length reached the disk and the content did not; zeros in one half, because
         * blocks reach the disk in any order.
         */
        @Override
        public Set<Content> torn(Content before, int tears) {
            Set<Content> results = new LinkedHashSet<>();
            results.add(before);
            for (int length : Tears.of(bytes.length, tears)) {
                results.add(before.with(offset, Arrays.copyOf(bytes, length)));
            }
            results.add(before.with(offset, new byte[bytes.length]));
            results.add(before.with(offset, zeros(0, bytes.length / 2)));
            results.add(before.with(offset, zeros(bytes.length / 2, bytes.length)));
            results.add(whole(before));
            return results;
        }

        private byte[] zeros(int from, int to) {
            byte[] some = bytes.clone();
            Arrays.fill(some, from, to, (byte) 0);
            return some;
        }
    }

    /** A cut to a length. */
    record Cut(FileNode file, int length) implements OfBytes {
        @Override
        public Content whole(Content before) {
            return before.cut(length);
        }

        @Override
        public Set<Content> torn(Content before, int tears) {
            Set<Content> results = new LinkedHashSet<>();
            results.add(before);
            results.add(whole(before));
            return results;
        }
    }

    /**
     * A change of names in one folder, all of it or nothing: a name goes, a name leads to something, or both.
     *
     * @param gone the name that goes
     * @param name the name that leads to the node
     * @param needs what is on the disk if this is: a file that moves to another folder does not vanish
     */
    record Names(
            FolderNode folder, @Nullable String gone, @Nullable String name, @Nullable Node node, @Nullable Names needs)
            implements Effect {
        static Names put(FolderNode folder, String name, Node node) {
            return new Names(folder, null, name, node, null);
        }

        static Names remove(FolderNode folder, String name, @Nullable Names needs) {
            return new Names(folder, name, null, null, needs);
        }

        void apply(Map<String, Node> names) {
            if (gone != null) {
                names.remove(gone);
            }
            if (name != null && node != null) {
                names.put(name, node);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other; // the same change made twice is two
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
