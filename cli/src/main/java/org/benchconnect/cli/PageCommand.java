package org.benchconnect.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;

/** {@code benchconnect page}: the page's address with a code that signs in once. */
record PageCommand(AgentApi api, Options options, PrintStream out) {
    void run() throws IOException, InterruptedException, UsageException {
        if (!options.words().isEmpty()) {
            throw new UsageException("usage: benchconnect page [--json] [--home DIR]");
        }
        JsonObject code = api.post("/api/v1/sign-in-codes");
        String address = api.address() + "/#code=" + code.get("code").getAsString();
        if (options.json()) {
            JsonObject answer = new JsonObject();
            answer.addProperty("address", address);
            answer.add("expires", code.get("expires"));
            out.println(answer);
        } else {
            out.println(address);
        }
    }
}
