package org.benchconnect.launcher.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The device's signature on a list, which stands beside the list {@code X} as {@code X.sig}:
 *
 * <pre>
 * benchconnect-signed-list 1
 * kind generation            (or: grants)
 * serial 3
 * base (SHA-256 of the installation's release list under which it was made)
 * list (SHA-256 of the list)
 * signature (Base64, Ed25519 over all lines above, byte for byte)
 * </pre>
 *
 * To hold one is the proof that the given key signed the given list; only {@link #verify} makes it.
 *
 * <p>Guaranteed: this device signed exactly this list, as this kind, with this serial, under this base. Not guaranteed: that it is
 * the newest that the device signed. Whoever keeps the serial elsewhere compares it; for a generation it is its number.
 */
public final class SignedList {
    /** What is added to the list's file name. */
    public static final String SUFFIX = ".sig";

    /** What a list is about; a signature for one is none for the other. */
    public enum Kind {
        /** The modules of a generation; the serial is the generation's number. */
        GENERATION,
        /** What people here allowed; the serial rises with each change. */
        GRANTS
    }

    /** Who signs, outside the launcher. */
    @FunctionalInterface
    public interface Signer {
        /** Ed25519, 64 bytes. */
        byte[] sign(byte[] message);
    }

    private static final int MAX_BYTES = 512;
    private static final String DIGEST = "[0-9a-f]{64}";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern FORM = Pattern.compile("(benchconnect-signed-list 1\n"
            + "kind (generation|grants)\n"
            + "serial (" + NUMBER + ")\n"
            + "base (" + DIGEST + ")\n"
            + "list (" + DIGEST + ")\n)"
            + "signature ([A-Za-z0-9+/]{86}==)\n");

    private final Kind kind;
    private final long serial;
    private final String base;

    private SignedList(Kind kind, long serial, String base) {
        this.kind = kind;
        this.serial = serial;
        this.base = base;
    }

    /**
     * Checks the signature on a list.
     *
     * @param signature the content of the {@code .sig} file
     * @param list the content of the list, whole
     * @param device whose signature counts
     * @param kind what the list must be
     * @param base the digest of the installation's release list, under which it must have been made
     */
    public static SignedList verify(byte[] signature, byte[] list, DeviceKey device, Kind kind, String base)
            throws ListRefusedException {
        Matcher form = form(signature);
        byte[] signed = form.group(1).getBytes(StandardCharsets.ISO_8859_1);
        if (!device.verifies(signed, bytes(form.group(6)))) {
            throw new ListRefusedException.WrongSignature();
        }
        same("kind", name(kind), form.group(2));
        same("release of the installation", base, form.group(4));
        same("list", ModuleList.sha256(list), form.group(5));
        return new SignedList(kind, Long.parseLong(form.group(3)), base);
    }

    /**
     * Signs a list.
     *
     * @param serial from 1, at most 18 digits
     * @param base the digest of the installation's release list
     * @return the content of the {@code .sig} file
     */
    public static byte[] sign(Signer device, byte[] list, Kind kind, long serial, String base) {
        if (!NUMBER.matcher(String.valueOf(serial)).matches() || !base.matches(DIGEST)) {
            throw new IllegalArgumentException("a serial is 1 or more, and a base is a SHA-256");
        }
        String lines = "benchconnect-signed-list 1\nkind " + name(kind) + "\nserial " + serial + "\nbase " + base
                + "\nlist " + ModuleList.sha256(list) + "\n";
        byte[] signature = device.sign(lines.getBytes(StandardCharsets.ISO_8859_1));
        if (signature.length != DeviceKey.SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 signature has " + DeviceKey.SIGNATURE_LENGTH + " bytes");
        }
        String text = lines + "signature " + Base64.getEncoder().encodeToString(signature) + "\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of the {@code .sig} file beside a list; a link or a longer file is refused. */
    public static byte[] readBeside(Path list) throws IOException, ListRefusedException {
        Path file = list.resolveSibling(list.getFileName() + SUFFIX);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ListRefusedException.Malformed("it is not signed");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            throw new ListRefusedException.Malformed(file + " is no signature of a list");
        }
        return Files.readAllBytes(file);
    }

    /** For who knows which serial it must be. */
    public void requireSerial(long expected) throws ListRefusedException {
        same("serial", String.valueOf(expected), String.valueOf(serial));
    }

    private static Matcher form(byte[] signature) throws ListRefusedException {
        Matcher form =
                FORM.matcher(signature.length > MAX_BYTES ? "" : new String(signature, StandardCharsets.ISO_8859_1));
        if (!form.matches()
                || !Base64.getEncoder().encodeToString(bytes(form.group(6))).equals(form.group(6))) {
            throw new ListRefusedException.Malformed(
                    "the signature of the list is not written in the one form there is");
        }
        return form;
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static void same(String what, String expected, String found) throws ListRefusedException {
        if (!expected.equals(found)) {
            throw new ListRefusedException.WrongSubject(what, expected, found);
        }
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What the list is. */
    public Kind kind() {
        return kind;
    }

    /** From 1. */
    public long serial() {
        return serial;
    }

    /** The digest of the release list under which it was made. */
    public String base() {
        return base;
    }
}
