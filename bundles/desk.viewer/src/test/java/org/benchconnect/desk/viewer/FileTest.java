package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One file to the instrument PC: no button before the agent says so, and not a byte before a person there does. */
class FileTest {
    private static final String CAN = "{\"t\":\"files\",\"files\":true}";
    private static final String GIVEN =
            "{\"t\":\"given\",\"privilege\":\"transfer-files\",\"until\":\"2026-11-22T10:00:00Z\"}";
    private static final String ENDED = "{\"t\":\"ended\",\"privilege\":\"transfer-files\"}";

    private static final long LARGE = 256L << 20;

    @RegisterExtension
    final InABrowser page = new InABrowser();

    @TempDir
    private Path folder;

    private String ask(TestAgent agent, String name, byte[] content) throws Exception {
        return ask(agent, Files.write(folder.resolve(name), content));
    }

    /** Chooses it and asks; what the agent hears. */
    private String ask(TestAgent agent, Path file) throws Exception {
        agent.say(CAN);
        page.shown("ask-transfer-files");
        page.byId("file").sendKeys(file.toString());
        page.click("ask-transfer-files");
        return agent.heard();
    }

    private void state(String wanted) {
        page.browser()
                .await(
                        "the file is " + wanted,
                        () -> wanted.equals(page.byId("file-in").getDomAttribute("data-state")));
    }

    @Test
    void withoutTheFeatureThereIsNoButton() throws Exception {
        try (TestAgent agent = page.admitted()) {
            assertFalse(page.byId("file-in").isDisplayed());

            agent.say(CAN);
            page.shown("ask-transfer-files");
            agent.say("{\"t\":\"files\",\"files\":false}");

            page.browser().await("it is gone", () -> !page.byId("file-in").isDisplayed());
        }
    }

    @Test
    void anAllowedFileGoesByteForByteAndTheAnswerIsShown() throws Exception {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        try (TestAgent agent = page.admitted()) {
            assertEquals(
                    "{\"t\":\"ask\",\"privilege\":\"transfer-files\",\"direction\":\"in\",\"name\":\"report.pdf\",\"size\":100000}",
                    ask(agent, "report.pdf", content));
            assertTrue(agent.received().isEmpty(), "nothing before the answer");

            agent.say(GIVEN);
            ByteArrayOutputStream came = new ByteArrayOutputStream();
            byte[] part = fileFrame(agent);
            while (part[0] == 0) {
                came.write(part, 1, part.length - 1);
                part = fileFrame(agent);
            }

            assertArrayEquals(new byte[] {1}, part);
            assertArrayEquals(content, came.toByteArray());
            state("sent");
            agent.say(ENDED);
            agent.say("{\"t\":\"kept\",\"kept\":true}");
            state("kept");
            page.awaitText("report.pdf: the instrument PC has it.");
            assertEquals(List.of(), page.browser().complaints());
        }
    }

    private static byte[] fileFrame(TestAgent agent) throws Exception {
        byte[] frame = agent.next();
        assertEquals(3, frame[0], "a frame of a file");
        return agent.keys().open(frame);
    }

    @Test
    void aPermissionThatEndsEarlyIsTheEndOfItsFile() throws Exception {
        try (TestAgent agent = page.admitted()) {
            ask(agent, large());
            agent.takeOneMore();
            agent.say(GIVEN);

            fileFrame(agent);
            agent.say(ENDED);

            state("lost");
        }
    }

    /** More than there is room for on its way, so that its end cannot go. */
    private Path large() throws IOException {
        Path file = folder.resolve("report.txt");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), LARGE - 1);
        }
        return file;
    }

    @Test
    void whatIsNotTakenIsSaidInPlainWords() throws Exception {
        try (TestAgent agent = page.admitted()) {
            agent.say(CAN);
            page.shown("ask-transfer-files");
            page.byId("file")
                    .sendKeys(Files.write(folder.resolve("empty.txt"), new byte[0])
                            .toString());
            page.click("ask-transfer-files");
            page.shown("file-trouble");
            assertTrue(agent.received().isEmpty(), "no agent takes it, so nobody is asked");

            ask(agent, "report.txt", new byte[] {'a'});
            agent.say("{\"t\":\"refused\",\"privilege\":\"transfer-files\"}");
            state("refused");
            assertTrue(agent.received().isEmpty());

            page.click("ask-transfer-files");
            agent.heard();
            agent.say(GIVEN);
            fileFrame(agent);
            fileFrame(agent);
            agent.say(ENDED);
            agent.say("{\"t\":\"kept\",\"kept\":false}");
            state("lost");
            assertTrue(page.byId("ask-transfer-files").isEnabled(), "another can be asked for");
        }
    }

    @Test
    void permissionThatNobodyAskedForEndsTheSession() throws Exception {
        try (TestAgent agent = page.admitted()) {
            agent.say(CAN);

            agent.say(GIVEN);

            page.over("Something came that does not belong");
        }
    }

    @Test
    void anAnswerThatIsNotDueEndsTheSession() throws Exception {
        try (TestAgent agent = page.admitted()) {
            ask(agent, "report.txt", new byte[] {'a'});

            agent.say("{\"t\":\"kept\",\"kept\":true}");

            page.over("Something came that does not belong");
            assertNotEquals("kept", page.byId("file-in").getDomAttribute("data-state"));
        }
    }
}
