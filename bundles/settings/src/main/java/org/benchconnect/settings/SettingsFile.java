package org.benchconnect.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file's content: its sections, or the one reason why it cannot be understood. Pure: no disk, no schema.
 *
 * @param sections in the file's order, no name twice; empty if there is a problem
 * @param problem why there are none, or null
 */
record SettingsFile(List<Section> sections, @Nullable Problem problem) {
    /** More than anybody writes by hand. */
    static final int MAX_BYTES = 1 << 20;

    /** A file that is not there: everything as shipped. */
    static final SettingsFile ABSENT = new SettingsFile(List.of(), null);

    /** Copies the sections. */
    SettingsFile {
        sections = List.copyOf(sections);
    }

    /** Reads a file's bytes. Never throws for what they say. */
    static SettingsFile parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return refused(Defect.FILE_TOO_LARGE, "the file may have at most " + MAX_BYTES + " bytes.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SettingsFile(new SettingsParser(text).sections(), null);
        } catch (CharacterCodingException e) {
            return refused(Defect.NOT_UTF8, "save the file in the encoding UTF-8.");
        } catch (SettingsSyntaxException e) {
            return new SettingsFile(List.of(), e.problem());
        }
    }

    /** A file that could not be read from the disk, or that is none: a folder, a pipe, a device. */
    static SettingsFile unreadable() {
        return refused(
                Defect.FILE_UNREADABLE,
                "the file cannot be read; it must be an ordinary file, and the agent's account needs the right to read it.");
    }

    private static SettingsFile refused(Defect defect, String remedy) {
        return new SettingsFile(List.of(), new Problem(defect, Position.WHOLE_FILE, "", remedy));
    }
}
