package org.benchconnect.ledger.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.launcher.list.DeviceKey;

/** How a head is written and signed. */
public final class Heads {
    /** Of a head's JSON. In bytes. */
    public static final int MAX_BYTES = 512;
    /** What the device's key signs it for. */
    public static final String PURPOSE = "ledger.head";

    private static final Set<String> MEMBERS = Set.of("ledger", "root", "signature", "size", "time");
    private static final Pattern LEDGER = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ROOT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{86}==");
    private static final byte[] PREFIX =
            ("benchconnect-signed-message 1\npurpose " + PURPOSE + "\n").getBytes(StandardCharsets.US_ASCII);

    private Heads() {}

    /** The message that is signed: the head's JSON without its signature. */
    public static byte[] message(String ledger, long size, String root, Instant time) {
        return Json.write(members(ledger, size, root, time));
    }

    /** As it stands in the file, and alone as a witness. */
    public static byte[] write(Head head) {
        SortedMap<String, Object> members = members(head.ledger(), head.size(), head.root(), head.time());
        members.put("signature", head.signature());
        return Json.write(members);
    }

    private static SortedMap<String, Object> members(String ledger, long size, String root, Instant time) {
        SortedMap<String, Object> members = new TreeMap<>();
        members.put("ledger", ledger);
        members.put("root", root);
        members.put("size", size);
        members.put("time", Times.write(time));
        return members;
    }

    /** Reads what {@link #write} writes, and nothing else. Says nothing about its signature. */
    public static Head read(byte[] json) throws FormException {
        if (json.length > MAX_BYTES) {
            throw new FormException("a head is too long");
        }
        Map<String, Object> members = Json.read(json);
        if (!MEMBERS.equals(members.keySet())
                || !(members.get("size") instanceof Long size)
                || !(members.get("ledger") instanceof String ledger)
                || !(members.get("root") instanceof String root)
                || !(members.get("time") instanceof String time)
                || !(members.get("signature") instanceof String signature)
                || size < 1) {
            throw new FormException("a head has ledger, root, signature, size from 1 and time");
        }
        if (!LEDGER.matcher(ledger).matches()
                || !ROOT.matcher(root).matches()
                || !SIGNATURE.matcher(signature).matches()
                || !Base64.getEncoder()
                        .encodeToString(Base64.getDecoder().decode(signature))
                        .equals(signature)) {
            throw new FormException("a ledger's id, root or signature has not the form of one");
        }
        return new Head(ledger, size, root, Times.read(time), signature);
    }

    /** Whether this device signed it. */
    public static boolean verifies(Head head, DeviceKey device) {
        byte[] message = message(head.ledger(), head.size(), head.root(), head.time());
        byte[] signed = ByteBuffer.allocate(PREFIX.length + message.length)
                .put(PREFIX)
                .put(message)
                .array();
        return device.verifies(signed, Base64.getDecoder().decode(head.signature()));
    }
}
