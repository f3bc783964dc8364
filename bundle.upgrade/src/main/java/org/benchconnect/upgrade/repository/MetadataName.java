package org.benchconnect.upgrade.repository;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a metadata file may be called in a folder or a zip: the client asks for {@code 1.%C3%B6.json}, and a web server that
 * serves the same tree decodes that to {@code 1.ö.json}. Both names are looked for, so that one tree serves both ways.
 */
final class MetadataName {
    private MetadataName() {}

    /** The name as it is, and decoded if that is another name, and a safe one. */
    static List<RepositoryPath> of(String fileName) throws UnsafePathException {
        List<RepositoryPath> names = new ArrayList<>();
        names.add(RepositoryPath.of(FolderSource.METADATA, fileName));
        if (fileName.indexOf('%') >= 0) {
            try {
                names.add(RepositoryPath.of(FolderSource.METADATA, decoded(fileName)));
            } catch (UnsafePathException | CharacterCodingException | NumberFormatException e) {
                // no file is called so
            }
        }
        return names;
    }

    private static String decoded(String name) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(name, i + 1, Math.min(i + 3, name.length()), 16));
                i += 2;
            } else {
                bytes.put((byte) name.charAt(i)); // checked: the client encodes all that is not ASCII
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }
}
