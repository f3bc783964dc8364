package org.benchconnect.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code benchconnect notices [list|ack ID|follow]}. */
record NoticesCommand(AgentApi api, Options options, PrintStream out) {
    private static final String USAGE = "usage: benchconnect notices [list|ack ID|follow] [--json] [--home DIR]";

    void run() throws IOException, InterruptedException, UsageException {
        String verb = options.words().isEmpty() ? "list" : options.words().get(0);
        int words = Math.max(1, options.words().size());
        if (verb.equals("list") && words == 1) {
            list();
        } else if (verb.equals("ack") && words == 2) {
            acknowledge(options.words().get(1));
        } else if (verb.equals("follow") && words == 1) {
            follow();
        } else {
            throw new UsageException(USAGE);
        }
    }

    private void list() throws IOException, InterruptedException {
        JsonObject answer = api.get("/api/v1/notices?state=active&limit=1000&lang=" + options.language());
        for (JsonElement notice : answer.getAsJsonArray("notices")) {
            print(notice.getAsJsonObject());
        }
        if (!options.json() && answer.getAsJsonArray("notices").isEmpty()) {
            out.println("nothing to report");
        }
    }

    private void acknowledge(String id) throws IOException, InterruptedException, UsageException {
        if (!id.matches("[0-9]{1,18}")) {
            throw new UsageException("ID is the number that `benchconnect notices` prints");
        }
        print(api.post("/api/v1/notices/" + id + "/acknowledge?lang=" + options.language()));
    }

    /** Prints each notice as it changes, until the agent ends or somebody presses Ctrl-C. */
    private void follow() throws IOException, InterruptedException {
        String[] event = {""};
        try (Stream<String> lines = api.follow("/api/v1/events?lang=" + options.language())) {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    event[0] = line.substring(6).strip();
                } else if (line.startsWith("data:") && event[0].equals("notice")) {
                    print(JsonParser.parseString(line.substring(5)).getAsJsonObject());
                }
            });
        }
    }

    private void print(JsonObject notice) {
        if (options.json()) {
            out.println(notice);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%4s  %-7s %-12s %s%n      %s%n      %s%n",
                notice.get("id").getAsString(),
                notice.get("severity").getAsString(),
                notice.get("state").getAsString().toLowerCase(Locale.ROOT),
                notice.get("title").getAsString()
                        + (notice.get("count").getAsLong() > 1
                                ? " (" + notice.get("count").getAsLong() + "×)"
                                : ""),
                notice.get("detail").getAsString(),
                notice.get("remedy").getAsString());
    }
}
