package org.benchconnect.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in every language. */
class TextFilesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z0-9]+\\}");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameKeysAndPlaceholders(String bundle) throws IOException {
        Texts english = texts(bundle, Language.EN);

        assertFalse(english.byKey().isEmpty());
        for (Language language : Language.values()) {
            Texts other = texts(bundle, language);
            assertEquals(
                    new TreeSet<>(english.byKey().keySet()),
                    new TreeSet<>(other.byKey().keySet()),
                    bundle + " " + language);
            other.byKey().forEach((key, text) -> {
                assertFalse(text.isBlank(), key + " in " + language);
                assertEquals(placeholders(english.get(key)), placeholders(text), key + " in " + language);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySignalCodeHasTitleDetailAndRemedy(Language language) throws IOException {
        List<Texts> parts = new ArrayList<>();
        for (String bundle : bundles().toList()) {
            parts.add(texts(bundle, language));
        }
        Texts all = Texts.all(language, parts);

        List<SignalCode> codes = CODES;
        assertTrue(codes.size() >= 10, "only " + codes);
        for (SignalCode code : codes) {
            for (String part : List.of("title", "detail", "remedy")) {
                String key = "code." + code.name() + "." + part;
                assertTrue(all.byKey().containsKey(key), key + " in " + language);
            }
        }
    }

    @Test
    void theTextFilesOfManyBundlesWereFound() throws IOException {
        assertTrue(bundles().count() >= 8);
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** The class path entries that hold an English text file, without its name. */
    static Stream<String> bundles() throws IOException {
        List<URL> files = Collections.list(TextFilesTest.class.getClassLoader().getResources(Language.EN.file()));
        return files.stream().map(file -> file.toString().replace(Language.EN.file(), ""));
    }

    private static Texts texts(String bundle, Language language) throws IOException {
        return Texts.read(language, new URL(bundle + language.file()).openStream());
    }

    /** Once: to read all classes takes seconds. */
    private static final List<SignalCode> CODES = codes();

    private static List<SignalCode> codes() {
        List<SignalCode> codes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.benchconnect")) {
            if (type.isEnum() && type.isAssignableTo(SignalCode.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    codes.add((SignalCode) constant);
                }
            }
        }
        return codes;
    }
}
