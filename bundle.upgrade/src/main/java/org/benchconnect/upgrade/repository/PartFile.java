package org.benchconnect.upgrade.repository;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.benchconnect.upgrade.tuf.BegunFile;

/** The beginning of a module on the disk. Never longer than the module; a link, or whatever is no plain file, is none. */
final class PartFile implements BegunFile, Closeable {
    /** The JDK keeps a buffer outside of the heap as long as the longest write. */
    private static final int PIECE = 64 * 1024;

    private final FileChannel channel;
    private final long most;

    private PartFile(FileChannel channel, long most) {
        this.channel = channel;
        this.most = most;
    }

    /** @param most the length of the module */
    static PartFile open(Path file, long most) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(file);
        }
        FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS));
        PartFile part = new PartFile(channel, most);
        try {
            if (part.length() > most) {
                part.restart();
            }
            return part;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** How long it is; 0 if it is none. */
    static long lengthOf(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    }

    @Override
    public long length() throws IOException {
        return channel.size();
    }

    @Override
    public InputStream beginning() throws IOException {
        long end = length();
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                int most = (int) Math.min(Math.min(count, PIECE), end - position);
                int read = most <= 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, offset, most), position);
                position += Math.max(read, 0);
                return read;
            }
        };
    }

    @Override
    public void restart() throws IOException {
        channel.truncate(0);
    }

    @Override
    public OutputStream rest() throws IOException {
        channel.position(length());
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                append(bytes, offset, count);
            }
        };
    }

    private void append(byte[] bytes, int offset, int count) throws IOException {
        if (channel.position() + count > most) {
            throw new ModuleBytesException(most + " bytes", channel.position() + count + " bytes or more");
        }
        for (int done = 0; done < count; done += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, offset + done, Math.min(PIECE, count - done));
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        }
    }

    /** Onto the disk. */
    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
