package org.benchconnect.cli.preflight;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.benchconnect.core.text.Language;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.SystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code preflight}.
 *
 * @param profile name of a vendor profile, or empty for the one that the installation chose
 * @param region of it, or empty for the only one
 * @param hosts further ones to look at, which the profile must permit: those that a pattern stands for
 * @param proxy on the way, if any
 * @param upload where ten seconds are uploaded to, or null for no measurement
 * @param page where the page goes, or null for none
 * @param json whether to print JSON
 * @param language of page and words
 */
record PreflightRequest(
        String profile,
        String region,
        List<HostPort> hosts,
        Optional<HostPort> proxy,
        @Nullable URI upload,
        @Nullable Path page,
        boolean json,
        Language language) {
    private static final String USAGE =
            "usage: benchconnect preflight [--profile NAME] [--region NAME] [--host HOST]..."
                    + " [--proxy HOST:PORT|system] [--upload https://HOST/PATH] [--page FILE] [--json] [--lang en|it|es]";

    static PreflightRequest parse(List<String> words, String spoken) throws PreflightUsageException {
        String profile = "";
        String region = "";
        List<HostPort> hosts = new ArrayList<>();
        Optional<HostPort> proxy = Optional.empty();
        URI upload = null;
        Path page = null;
        boolean json = false;
        Language language = Language.accepted(spoken.replace('_', '-'));
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--profile" -> profile = value(rest);
                case "--region" -> region = value(rest);
                case "--host" -> hosts.add(host(value(rest)));
                case "--proxy" -> proxy = proxy(value(rest));
                case "--upload" -> upload = https(value(rest));
                case "--page" -> page = path(value(rest));
                case "--json" -> json = true;
                case "--lang" -> language = language(value(rest));
                default -> throw new PreflightUsageException(USAGE);
            }
        }
        return new PreflightRequest(profile, region, List.copyOf(hosts), proxy, upload, page, json, language);
    }

    private static String value(Iterator<String> rest) throws PreflightUsageException {
        if (rest.hasNext()) {
            return rest.next();
        }
        throw new PreflightUsageException(USAGE);
    }

    /** On port 443 unless said otherwise. */
    private static HostPort host(String word) throws PreflightUsageException {
        return HostPort.of(word)
                .or(() -> HostPort.of(word + ":443"))
                .orElseThrow(() -> new PreflightUsageException("--host needs a host"));
    }

    private static Optional<HostPort> proxy(String word) throws PreflightUsageException {
        if (word.equals(SystemProxy.WORD)) {
            SystemProxy system = SystemProxy.ofThisPc();
            if (system.isUnreadable()) {
                throw new PreflightUsageException(
                        "the proxy that is set for this PC (https_proxy, or the proxy of Windows)"
                                + " is not of the form host:port, and the agent would connect to nothing: --proxy host:port says it");
            }
            return system.proxy();
        }
        return Optional.of(HostPort.of(word)
                .orElseThrow(() -> new PreflightUsageException("--proxy needs host:port, or the word system")));
    }

    private static URI https(String word) throws PreflightUsageException {
        try {
            URI uri = new URI(word);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new PreflightUsageException("--upload needs https://host/path");
        }
        throw new PreflightUsageException("--upload needs https://host/path");
    }

    private static Path path(String word) throws PreflightUsageException {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new PreflightUsageException(USAGE);
        }
    }

    private static Language language(String word) throws PreflightUsageException {
        for (Language each : Language.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new PreflightUsageException("there are the languages en, it, es");
    }
}
