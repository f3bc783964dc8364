package org.benchconnect.link.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host in the one spelling that is compared: a name of letters, digits and hyphens in lower case (RFC 1123, 2.1), an IPv4 address of four decimal
 * numbers, or an IPv6 address. Everything else that some resolver would still understand is no host here: a dot at the end, fewer or octal or
 * hexadecimal numbers, an address within an address, a scope, letters of other scripts, a user before it or a port behind it. Never asks a name
 * server.
 */
public final class Host {
    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    /** What ends like this is an address to some resolvers, in one of their many spellings. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]{2,39}");
    private static final int IPV6_BYTES = 16;

    private final String text;
    private final byte[] address;

    private Host(String text, byte[] address) {
        this.text = text;
        this.address = address;
    }

    /** The host that this text means; empty if it means none in our spelling. Capital letters are those of lower case. */
    public static Optional<Host> of(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher four = IPV4.matcher(lower);
        if (four.matches()) {
            return ipv4(lower, four);
        }
        if (lower.indexOf(':') >= 0) {
            return ipv6(lower);
        }
        return NAME.matcher(lower).matches() && !ENDS_IN_NUMBER.matcher(lower).matches()
                ? Optional.of(new Host(lower, new byte[0]))
                : Optional.empty();
    }

    private static Optional<Host> ipv4(String text, Matcher numbers) {
        byte[] address = new byte[4];
        for (int i = 0; i < address.length; i++) {
            String number = numbers.group(i + 1);
            // A zero in front means octal to some.
            if (Integer.parseInt(number) > 255 || number.length() > 1 && number.startsWith("0")) {
                return Optional.empty();
            }
            address[i] = (byte) Integer.parseInt(number);
        }
        return Optional.of(new Host(text, address));
    }

    private static Optional<Host> ipv6(String text) {
        if (!IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // With a colon in it the JDK takes it as a literal or not at all.
            InetAddress parsed = InetAddress.getByName(text);
            byte[] address = parsed.getAddress();
            // An IPv4 address inside becomes one of 4 bytes.
            return address.length == IPV6_BYTES
                    ? Optional.of(new Host(parsed.getHostAddress(), address))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a name, and no address. */
    public boolean isName() {
        return address.length == 0;
    }

    /** Whether it is this PC itself: {@code localhost}, 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        if (isName()) {
            return text.equals("localhost");
        }
        return address.length == 4 ? address[0] == 127 : text.equals("0:0:0:0:0:0:0:1");
    }

    /** Whether it is an address that the internet does not route (RFC 1918, RFC 3927, RFC 4193, RFC 4291 2.5.6). */
    public boolean isPrivateAddress() {
        if (isName()) {
            return false;
        }
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return address.length == 4
                ? first == 10
                        || first == 172 && second >= 16 && second < 32
                        || first == 192 && second == 168
                        || first == 169 && second == 254
                : first == 0xfc || first == 0xfd || first == 0xfe && (second & 0xc0) == 0x80;
    }

    /** In lower case; an IPv6 address with its eight groups and without brackets. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Host host && host.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
