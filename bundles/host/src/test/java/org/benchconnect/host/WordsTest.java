package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.host.reading.CertificateFile;
import org.benchconnect.host.reading.ServiceState;
import org.benchconnect.host.reading.SystemRelease;
import org.benchconnect.host.reading.Volume;
import org.junit.jupiter.api.Test;

/** How the notices read. */
class WordsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private static Texts texts(Language language) throws IOException {
        InputStream file = Objects.requireNonNull(HostCode.class.getResourceAsStream("/" + language.file()));
        return Texts.read(language, file);
    }

    @Test
    void everyCodeTokenAndStatusHasItsTextsInEachLanguage() throws IOException {
        List<String> keys = new ArrayList<>();
        for (HostCode code : HostCode.values()) {
            List.of("title", "detail", "remedy").forEach(part -> keys.add("code." + code + "." + part));
        }
        for (Enum<?>[] tokens : List.<Enum<?>[]>of(
                Volume.values(),
                ServiceState.State.values(),
                CertificateFile.Role.values(),
                SystemRelease.Family.values())) {
            Arrays.stream(tokens).forEach(token -> keys.add("token." + token));
        }
        Arrays.stream(Rounds.Subject.values()).forEach(subject -> keys.add("status." + subject));

        for (Language language : Language.values()) {
            assertEquals(
                    new TreeSet<>(keys), new TreeSet<>(texts(language).byKey().keySet()));
        }
    }

    @Test
    void everyPlaceholderIsAFact() throws IOException {
        List<String> names = new ArrayList<>();
        for (Enum<?>[] facts : List.<Enum<?>[]>of(HostFact.values(), Rounds.Name.values())) {
            Arrays.stream(facts)
                    .forEach(fact -> names.add(fact.name().replace("_", "").toLowerCase(Locale.ROOT)));
        }

        for (Language language : Language.values()) {
            texts(language).byKey().forEach((key, text) -> {
                Matcher placeholder = PLACEHOLDER.matcher(text);
                while (placeholder.find()) {
                    assertTrue(names.contains(placeholder.group(1).toLowerCase(Locale.ROOT)), key);
                }
            });
        }
    }

    @Test
    void aFullDiskReadsLikeThis() throws IOException {
        Facts facts = Facts.none()
                .with(HostFact.VOLUME, Volume.DATA_DISK)
                .with(HostFact.FREE_PERCENT, 2)
                .with(HostFact.FREE_GIGABYTE, 9);

        assertEquals(
                "Disk of the instrument’s data: 2 % is free, about 9 GB.",
                texts(Language.EN).get("code.PC_DISK_LOW.detail", facts));
        assertEquals(
                "Disco dei dati dello strumento: è libero il 2 %, circa 9 GB.",
                texts(Language.IT).get("code.PC_DISK_LOW.detail", facts));
        assertEquals(
                "Disco de los datos del instrumento: queda libre el 2 %, unos 9 GB.",
                texts(Language.ES).get("code.PC_DISK_LOW.detail", facts));
    }
}
