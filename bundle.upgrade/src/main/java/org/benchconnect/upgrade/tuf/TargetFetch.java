package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** 5.7: fetches targets and passes on no more than their length; what comes out of it is verified when it returns, and not before. */
final class TargetFetch {
    private final ReleaseSource source;
    private final boolean consistentSnapshot;

    TargetFetch(ReleaseSource source, boolean consistentSnapshot) {
        this.source = source;
        this.consistentSnapshot = consistentSnapshot;
    }

    /** From the beginning. */
    void all(Target target, OutputStream out) throws IOException, UntrustedMetadataException {
        try (InputStream in = open(target, source::target)) {
            VerifiedCopy.copy(target, in, out);
        }
    }

    /** Goes on from what is there; if that does not fit, once more from the beginning. */
    void rest(Target target, BegunFile file) throws IOException, UntrustedMetadataException {
        if (file.length() > 0 && goOn(target, file)) {
            return;
        }
        file.restart();
        all(target, file.rest());
    }

    /** Whether it is whole and right now. */
    private boolean goOn(Target target, BegunFile file) throws IOException, UntrustedMetadataException {
        long there = file.length();
        if (there > target.length()) {
            return false;
        }
        try (InputStream beginning = file.beginning()) {
            if (there == target.length()) {
                VerifiedCopy.goOn(target, beginning, InputStream.nullInputStream(), file.rest());
                return true;
            }
            ReleaseSource.Rest rest = open(target, name -> source.target(name, there));
            try (InputStream in = rest.in()) {
                if (rest.from() == there) {
                    VerifiedCopy.goOn(target, beginning, in, file.rest());
                } else {
                    file.restart();
                    VerifiedCopy.copy(target, in, file.rest());
                }
            }
            return true;
        } catch (WrongHashException | WrongLengthException | TooLongException e) {
            return false; // the beginning was another file's, or what followed was
        }
    }

    /** 5.7.3: under one of the target's hashes where snapshots are consistent, and else, or if not there, under its plain name. */
    private <T> T open(Target target, Opening<T> opening) throws IOException {
        List<String> names = new ArrayList<>();
        if (consistentSnapshot) {
            target.hashes().values().forEach(hash -> names.add(TargetPath.withHash(target.path(), hash)));
        }
        for (String name : names) {
            try {
                return opening.of(name);
            } catch (NoSuchFileException e) {
                // Under another name, perhaps; what it is, its hashes decide.
            }
        }
        return opening.of(target.path());
    }

    /** How a file of the targets folder is opened. */
    private interface Opening<T> {
        T of(String path) throws IOException;
    }
}
