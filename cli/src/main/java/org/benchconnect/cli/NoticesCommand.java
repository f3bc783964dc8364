package org.benchconnect.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.stream.Stream;

/** {@code benchconnect notices [list|shift|ack ID|follow]}. With {@code --json} everything is as the local API says it. */
record NoticesCommand(AgentApi api, Options options, PrintStream out) {
    private static final String USAGE =
            "usage: benchconnect notices [list|shift|ack ID|follow] [--json] [--home DIR] [--lang en|it|es]";

    void run() throws IOException, InterruptedException, UsageException {
        String verb = options.words().isEmpty() ? "list" : options.words().get(0);
        int words = Math.max(1, options.words().size());
        if (verb.equals("list") && words == 1) {
            list();
        } else if (verb.equals("shift") && words == 1) {
            shift();
        } else if (verb.equals("ack") && words == 2) {
            acknowledge(options.words().get(1));
        } else if (verb.equals("follow") && words == 1) {
            follow();
        } else {
            throw new UsageException(USAGE);
        }
    }

    /** A line for each notice; for people those about this PC itself stand last, under a heading. */
    private void list() throws IOException, InterruptedException {
        JsonArray notices =
                NoticesPrinter.notices(api.get("/api/v1/notices?state=active&limit=1000&lang=" + options.language()));
        if (options.json()) {
            notices.forEach(out::println);
        } else if (notices.isEmpty()) {
            out.println(printer().words().nothing);
        } else {
            printer().groups(notices);
        }
    }

    /** What whoever comes should know, with how it is now. */
    private void shift() throws IOException, InterruptedException {
        JsonObject shift = api.get("/api/v1/notices/since-last-shift?lang=" + options.language());
        if (options.json()) {
            out.println(shift);
        } else {
            printer().shift(shift);
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
                    print(JsonParser.parseString(line.substring(5)));
                }
            });
        }
    }

    private void print(JsonElement notice) {
        if (options.json()) {
            out.println(notice);
        } else {
            printer().notice(notice.getAsJsonObject());
        }
    }

    private NoticesPrinter printer() {
        return new NoticesPrinter(NoticesWords.of(options.language()), ZoneId.systemDefault(), out);
    }
}
