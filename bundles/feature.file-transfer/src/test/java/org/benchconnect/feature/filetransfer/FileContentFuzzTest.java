package org.benchconnect.feature.filetransfer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** Contents from elsewhere: of the type that the name says, or refused. */
class FileContentFuzzTest {
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
