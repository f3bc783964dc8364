package org.benchconnect.feature.filetransfer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** Names from elsewhere: taken or refused, and what is taken is harmless to a file system. */
class FileNameFuzzTest {
    private static final Path FOLDER = Path.of("/folder");
    private static final String NEVER = "/\\:*?\"<>|~$%&'`!@#;^{}[]\0\n\r\t\u202e\u200b";

    /** One for each reason; so none has the name in it. */
    private static final Set<String> REFUSALS = Stream.of("x".repeat(FileName.MOST_BYTES + 1), "", "con")
            .map(FileNameFuzzTest::refusal)
            .collect(Collectors.toSet());

    @FuzzTest(maxDuration = "1s")
    void anyTextIsANameInTheFolderOrNone(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        FileName name;
        try {
            name = FileName.of(text);
        } catch (TransferRefusedException refused) {
            if (!REFUSALS.contains(refused.getMessage())) {
                throw new AssertionError("a refusal says more than why");
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

    private static String refusal(String name) {
        try {
            FileName.of(name);
        } catch (TransferRefusedException refused) {
            return refused.getMessage();
        }
        throw new AssertionError("taken: " + name);
    }
}
