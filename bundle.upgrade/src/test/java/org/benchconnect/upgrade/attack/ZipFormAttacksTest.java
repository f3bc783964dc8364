package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.ARCHIVE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A zip file that two programs would read in two ways. What it carries is honest. */
class ZipFormAttacksTest {
    @RegisterExtension
    final ZipLab lab = new ZipLab();

    private ByteBuffer end() {
        return ByteBuffer.wrap(lab.zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(lab.zip.length - 22)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void anotherNameInTheEntryThanInTheList() {
        byte[] name = Vendor.bytes("metadata/timestomp.json");
        System.arraycopy(name, 0, lab.zip, Zips.local(lab.zip, ZipLab.TIMESTAMP) + 30, name.length);

        lab.refused(lab.zip, ARCHIVE, "must say what the entries themselves say", ZipLab.TIMESTAMP);
    }

    @Test
    void anotherMethodInTheEntryThanInTheList() {
        lab.refused(
                Zips.with16(lab.zip, Zips.local(lab.zip, ZipLab.TIMESTAMP) + 8, 0),
                ARCHIVE,
                "must say what the entries themselves say");
    }

    @Test
    void twoEntriesOfOnePlace() {
        int other = ByteBuffer.wrap(lab.zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(Zips.central(lab.zip, "metadata/2.root.json") + 42);

        lab.refused(Zips.with32(lab.zip, Zips.central(lab.zip, ZipLab.TIMESTAMP) + 42, other), ARCHIVE);
    }

    @Test
    void aProgramBeforeTheZipFile() {
        lab.refused(Zips.joined(Vendor.bytes("#!/bin/sh\nexec evil\n"), lab.zip), ARCHIVE);
    }

    @Test
    void anotherZipFileBeforeIt() {
        lab.refused(Zips.joined(lab.zip, lab.zip), ARCHIVE);
    }

    @Test
    void dataBehindTheZipFile() {
        lab.refused(Zips.joined(lab.zip, new byte[100]), ARCHIVE, "nothing behind that");
    }

    @Test
    void aComment() {
        lab.refused(
                Zips.joined(Zips.with16(lab.zip, lab.zip.length - 2, 4), Vendor.bytes("evil")),
                ARCHIVE,
                "nothing behind that");
    }

    @Test
    void dataBetweenEntriesAndList() {
        int directory = end().getInt(16);
        byte[] moved = Zips.joined(
                Arrays.copyOf(lab.zip, directory),
                new byte[50],
                Arrays.copyOfRange(lab.zip, directory, lab.zip.length));

        lab.refused(Zips.with32(moved, moved.length - 6, directory + 50), ARCHIVE, "without anything between");
    }

    @Test
    void anEntryFewerThanThereAre() {
        int count = end().getShort(10) - 1;
        byte[] fewer = Zips.with16(Zips.with16(lab.zip, lab.zip.length - 12, count), lab.zip.length - 14, count);

        lab.refused(fewer, ARCHIVE, "list of entries must be complete");
    }

    @Test
    void oneOfSeveralVolumes() {
        lab.refused(Zips.with16(lab.zip, lab.zip.length - 18, 1), ARCHIVE, "several volumes");
    }

    @Test
    void theLargeForm() {
        lab.refused(
                Zips.with16(Zips.with16(lab.zip, lab.zip.length - 12, 0xffff), lab.zip.length - 14, 0xffff),
                ARCHIVE,
                "Zip64");
    }

    @Test
    void aZipFileCutOff() {
        lab.refused(Arrays.copyOf(lab.zip, lab.zip.length / 2), ARCHIVE, "it must end with the end record");
    }
}
