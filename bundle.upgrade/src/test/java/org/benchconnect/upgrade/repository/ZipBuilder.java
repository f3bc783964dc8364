package org.benchconnect.upgrade.repository;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, right in everything until told otherwise. */
final class ZipBuilder {
    private static final int UTF8 = 1 << 11;

    private final List<Entry> entries = new ArrayList<>();
    private byte[] before = new byte[0];
    private byte[] between = new byte[0];
    private byte[] behind = new byte[0];
    private int count = -1;
    private int disk;

    /** One entry; fields that an attack changes. */
    static final class Entry {
        String name;
        String localName;
        byte[] content;
        byte[] packed;
        int method = 8;
        int localMethod = -1;
        int flags = UTF8;
        int unixMode = 0x81a4;
        long crc;
        long length;
        long packedLength;
        long localLength = -1;
        byte[] extra = new byte[0];
        byte[] descriptor = new byte[0];
        long position = -1;

        private Entry(String name, byte[] content) {
            this.name = name;
            this.localName = name;
            this.content = content;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = sum.getValue();
            this.length = content.length;
            pack(deflate(content));
        }

        void pack(byte[] bytes) {
            packed = bytes;
            packedLength = bytes.length;
        }

        Entry stored() {
            method = 0;
            pack(content);
            return this;
        }

        /** Checksum and lengths behind the content, as programs do that write to a pipe. */
        Entry streamed() {
            flags |= 1 << 3;
            descriptor = little(16)
                    .putInt(0x08074b50)
                    .putInt((int) crc)
                    .putInt((int) packedLength)
                    .putInt((int) length)
                    .array();
            return this;
        }
    }

    ZipBuilder file(String name, String content) {
        entry(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Entry entry(String name, byte[] content) {
        Entry entry = new Entry(name, content);
        entries.add(entry);
        return entry;
    }

    ZipBuilder before(String bytes) {
        before = bytes.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    ZipBuilder betweenEntriesAndList(String bytes) {
        between = bytes.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    ZipBuilder behind(String bytes) {
        behind = bytes.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    ZipBuilder saysEntries(int number) {
        count = number;
        return this;
    }

    ZipBuilder volume(int number) {
        disk = number;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        for (Entry entry : entries) {
            if (entry.position < 0) {
                entry.position = out.size();
            }
            local(out, entry);
        }
        out.writeBytes(between);
        int directory = out.size();
        entries.forEach(entry -> central(out, entry));
        int length = out.size() - directory;
        int number = count < 0 ? entries.size() : count;
        out.writeBytes(little(22)
                .putInt(0x06054b50)
                .putShort((short) disk)
                .putShort((short) disk)
                .putShort((short) number)
                .putShort((short) number)
                .putInt(length)
                .putInt(directory)
                .putShort((short) 0)
                .array());
        out.writeBytes(behind);
        return out.toByteArray();
    }

    private static void local(ByteArrayOutputStream out, Entry entry) {
        byte[] name = entry.localName.getBytes(StandardCharsets.UTF_8);
        boolean later = entry.descriptor.length > 0;
        long length = entry.localLength < 0 ? entry.length : entry.localLength;
        out.writeBytes(little(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) (entry.localMethod < 0 ? entry.method : entry.localMethod))
                .putInt(0)
                .putInt((int) (later ? 0 : entry.crc))
                .putInt((int) (later ? 0 : entry.packedLength))
                .putInt((int) (later ? 0 : length))
                .putShort((short) name.length)
                .putShort((short) entry.extra.length)
                .array());
        out.writeBytes(name);
        out.writeBytes(entry.extra);
        out.writeBytes(entry.packed);
        out.writeBytes(entry.descriptor);
    }

    private static void central(ByteArrayOutputStream out, Entry entry) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(little(46)
                .putInt(0x02014b50)
                .putShort((short) 0x0314)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt((int) entry.crc)
                .putInt((int) entry.packedLength)
                .putInt((int) entry.length)
                .putShort((short) name.length)
                .putShort((short) entry.extra.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(entry.unixMode << 16)
                .putInt((int) entry.position)
                .array());
        out.writeBytes(name);
        out.writeBytes(entry.extra);
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
