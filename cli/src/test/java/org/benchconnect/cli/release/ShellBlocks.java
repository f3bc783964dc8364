package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shell blocks of a document: what stands between {@code ```sh} and {@code ```}. */
record ShellBlocks(List<Block> blocks) {
    static ShellBlocks of(Path document) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(document);
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (start < 0 && line.startsWith("```")) {
                if (!line.equals("```sh")) {
                    throw new IllegalStateException("line " + (i + 1) + " begins a block that is no shell: " + line);
                }
                start = i + 1;
            } else if (start >= 0 && line.equals("```")) {
                blocks.add(new Block(start + 1, String.join("\n", lines.subList(start, i))));
                start = -1;
            }
        }
        return new ShellBlocks(List.copyOf(blocks));
    }

    /**
     * One block.
     *
     * @param line where it begins in the document, from 1
     */
    record Block(int line, String commands) {}
}
