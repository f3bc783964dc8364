package org.benchconnect.link.egress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vendor profile, strictly: JSON of RFC 8259 without comments, no key twice and none unknown, every list and text with a limit. One mistake
 * refuses the whole file: half a list of permitted hosts is not what somebody wrote.
 */
public final class ProfileReader {
    /** Longest file, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    /** What a profile and a region may be called. */
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final Pattern PEM_FILE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}\\.pem");
    private static final int MAX_REGIONS = 8;
    private static final int MAX_HOSTS = 64;
    private static final int MAX_FILES = 16;
    private static final int ED25519_BYTES = 32;
    /** RFC 8410, section 4: SEQUENCE { SEQUENCE { 1.3.101.112 }, BIT STRING }. */
    private static final byte[] ED25519_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final String COMMAND_KEY =
            "an Ed25519 key (RFC 8410) in Base64, one line without a frame, as command-key";
    private static final Set<String> KEYS =
            Set.of("name", "dialect", "regions", "proxies", "command-key", "trust-roots");
    private static final Set<String> REGION_KEYS = Set.of("hosts", "remote-sessions");

    private ProfileReader() {}

    /**
     * Reads one.
     *
     * @param bytes of the file, at most {@link #MAX_BYTES}
     * @param name it must say itself, so that a copied file is noticed
     * @throws BrokenProfileException if anything in it is not right
     */
    public static Profile read(byte[] bytes, String name) throws BrokenProfileException {
        if (bytes.length > MAX_BYTES) {
            throw new BrokenProfileException("at most " + MAX_BYTES + " bytes", "more");
        }
        Map<String, Object> json = ProfileJson.object(bytes);
        known(json, KEYS);
        String said = text(json, "name");
        if (!said.equals(name)) {
            throw new BrokenProfileException("the name of its file, " + name + ",", "the name " + said);
        }
        return new Profile(
                said, dialect(text(json, "dialect")), regions(json), proxies(json), commandKey(json), trustRoots(json));
    }

    static void known(Map<String, Object> json, Set<String> keys) throws BrokenProfileException {
        for (String key : json.keySet()) {
            if (!keys.contains(key)) {
                throw new BrokenProfileException("no other keys than " + new TreeSet<>(keys), "the key " + key);
            }
        }
    }

    static String text(Map<String, Object> json, String key) throws BrokenProfileException {
        if (json.get(key) instanceof String text) {
            return text;
        }
        throw new BrokenProfileException("a text " + key, json.containsKey(key) ? "something else there" : "none");
    }

    private static Dialect dialect(String word) throws BrokenProfileException {
        return Dialect.of(word)
                .orElseThrow(() -> new BrokenProfileException("the dialect self-hosted or azure-iot-hub", word));
    }

    private static Map<String, Profile.Region> regions(Map<String, Object> json) throws BrokenProfileException {
        Map<String, Object> written = members(json.get("regions"), "regions");
        if (written.isEmpty() || written.size() > MAX_REGIONS) {
            throw new BrokenProfileException("1 to " + MAX_REGIONS + " regions", "" + written.size());
        }
        Map<String, Profile.Region> regions = new LinkedHashMap<>();
        for (Map.Entry<String, Object> each : written.entrySet()) {
            if (!NAME.matcher(each.getKey()).matches()) {
                throw new BrokenProfileException("names of regions of a to z, 0 to 9 and hyphens", each.getKey());
            }
            Map<String, Object> region = members(each.getValue(), "a region");
            known(region, REGION_KEYS);
            regions.put(each.getKey(), new Profile.Region(hosts(region, "hosts"), hosts(region, "remote-sessions")));
        }
        return regions;
    }

    private static List<HostPattern> hosts(Map<String, Object> region, String key) throws BrokenProfileException {
        return list(region.get(key), key, MAX_HOSTS, "host names, *. only in front", HostPattern::of);
    }

    private static Optional<List<HostPort>> proxies(Map<String, Object> json) throws BrokenProfileException {
        return json.containsKey("proxies")
                ? Optional.of(list(json.get("proxies"), "proxies", MAX_HOSTS, "host:port", HostPort::of))
                : Optional.empty();
    }

    private static Optional<String> commandKey(Map<String, Object> json) throws BrokenProfileException {
        if (!json.containsKey("command-key")) {
            return Optional.empty();
        }
        String text = text(json, "command-key");
        if (text.length() == 4 * ((ED25519_INFO.length + ED25519_BYTES + 2) / 3)) {
            try {
                byte[] key = Base64.getDecoder().decode(text);
                if (key.length == ED25519_INFO.length + ED25519_BYTES
                        && Arrays.equals(ED25519_INFO, Arrays.copyOf(key, ED25519_INFO.length))
                        && Base64.getEncoder().encodeToString(key).equals(text)) {
                    return Optional.of(text);
                }
            } catch (IllegalArgumentException e) {
                throw new BrokenProfileException(COMMAND_KEY, "no Base64");
            }
        }
        throw new BrokenProfileException(COMMAND_KEY, text);
    }

    private static List<String> trustRoots(Map<String, Object> json) throws BrokenProfileException {
        return list(
                json.get("trust-roots"), "trust-roots", MAX_FILES, "names of .pem files beside it", text -> Optional.of(
                                text)
                        .filter(name -> PEM_FILE.matcher(name).matches()));
    }

    private static <T> List<T> list(
            @Nullable Object value, String key, int most, String form, Function<String, Optional<T>> reader)
            throws BrokenProfileException {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> written) || written.size() > most) {
            throw new BrokenProfileException(
                    "a list of at most " + most + " texts as " + key,
                    value instanceof List ? "more" : "something else");
        }
        List<T> list = new ArrayList<>();
        for (Object each : written) {
            String text = String.valueOf(each);
            list.add(reader.apply(each instanceof String ? text : "")
                    .orElseThrow(() -> new BrokenProfileException(form + " as " + key, text)));
        }
        return list;
    }

    private static Map<String, Object> members(@Nullable Object value, String what) throws BrokenProfileException {
        if (!(value instanceof Map<?, ?> map)) {
            throw new BrokenProfileException("an object as " + what, value == null ? "none" : "something else");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            members.put(String.valueOf(each.getKey()), each.getValue());
        }
        return members;
    }
}
