package org.benchconnect.feature.filetransfer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** Names and contents from elsewhere: taken or refused, and what is taken is harmless to a file system. */
class NamesAndTypesFuzzTest {
    private static final Path FOLDER = Path.of("/folder");
    private static final String NEVER = "/\\:*?\"<>|~$%&'`!@#;^{}[]\0\n\r\t\u202e\u200b";

    @FuzzTest(maxDuration = "1s")
    void anyTextIsANameInTheFolderOrNone(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        FileName name;
        try {
            name = FileName.of(text);
        } catch (TransferRefusedException refused) {
            if (text.length() > 3 && refused.getMessage().contains(text)) {
                throw new AssertionError("a refusal repeats the name");
            }
            return;
        }
        Path path = FOLDER.resolve(name.onDisk() + ReceivedFile.ENDING);
        boolean harmless = path.normalize().equals(path)
                && FOLDER.equals(path.getParent())
                && !text.contains("..")
                && text.chars().noneMatch(sign -> NEVER.indexOf(sign) >= 0 || Character.isISOControl(sign))
                && text.strip().equals(text)
                && Normalizer.normalize(text, Normalizer.Form.NFKC).equals(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= FileName.MOST_BYTES
                && !name.toString().contains("." + name.ending() + ".");
        if (!harmless) {
            throw new AssertionError("taken: " + text);
        }
    }

    /** However the bytes are parted, the answer is the same. */
    @FuzzTest(maxDuration = "1s")
    void anyBytesAreOfTheTypeOrNot(FuzzedDataProvider data) {
        FileType type = data.pickValue(List.of(FileType.values()));
        int part = data.consumeInt(1, 50);
        byte[] bytes = data.consumeRemainingAsBytes();
        boolean whole = takes(type, bytes, Math.max(1, bytes.length));

        if (whole != takes(type, bytes, part)) {
            throw new AssertionError("parts of " + part + " bytes make a difference");
        }
    }

    private static boolean takes(FileType type, byte[] bytes, int part) {
        ContentCheck check = new ContentCheck(type);
        try {
            for (int at = 0; at < bytes.length; at += part) {
                byte[] next = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + part));
                check.next(next, next.length);
            }
            check.end();
            return true;
        } catch (TransferRefusedException refused) {
            return false;
        }
    }
}
