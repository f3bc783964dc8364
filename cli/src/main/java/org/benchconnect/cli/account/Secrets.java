package org.benchconnect.cli.account;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** PINs and codes on their way to the agent, by the names of their members. They become no string, and are wiped when this is closed. One thread. */
public final class Secrets implements AutoCloseable {
    private static final int LONGEST = 100;

    private final Map<String, char[]> byName = new LinkedHashMap<>();

    /** None. */
    public Secrets() {}

    /**
     * One more, which is wiped with the others.
     *
     * @throws IOException for characters that neither a PIN nor a code has: they are refused here
     */
    public Secrets with(String name, char[] secret) throws IOException {
        byName.put(name, secret);
        for (char each : secret) {
            if (secret.length > LONGEST
                    || !Character.isLetterOrDigit(each) && each != '-' && each != ' '
                    || each > '~') {
                throw new IOException("a PIN has only digits, a code only letters, digits and hyphens");
            }
        }
        return this;
    }

    /** A body in UTF-8 that has them too; who takes it wipes it. */
    public byte[] into(JsonObject body) {
        byte[] known = body.toString().getBytes(StandardCharsets.UTF_8);
        int length = known.length;
        for (Map.Entry<String, char[]> each : byName.entrySet()) {
            length += each.getKey().length() + each.getValue().length + 6; // ,"":""
        }
        byte[] whole = Arrays.copyOf(known, length);
        int at = known.length - 1; // over the closing brace
        boolean first = body.size() == 0;
        for (Map.Entry<String, char[]> each : byName.entrySet()) {
            at = put(whole, at, (first ? "\"" : ",\"") + each.getKey() + "\":\"");
            for (char one : each.getValue()) {
                whole[at++] = (byte) one;
            }
            at = put(whole, at, "\"");
            first = false;
        }
        whole[at++] = '}';
        byte[] exact = Arrays.copyOf(whole, at);
        Arrays.fill(whole, (byte) 0);
        return exact;
    }

    private static int put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
        return at + bytes.length;
    }

    @Override
    public void close() {
        byName.values().forEach(each -> Arrays.fill(each, '\0'));
    }

    @Override
    public String toString() {
        return byName.keySet() + " that nobody sees";
    }
}
