package org.benchconnect.cli.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Every word that may stand in a bundle, read from the jars of the installation folder, which an administrator's installer wrote and the agent cannot: the keys and
 * placeholders of their texts, and the names of their classes. Words of the home folder are none.
 */
final class Vocabulary {
    private static final String TEXTS = "OSGI-INF/l10n/texts_en.properties";
    private static final Pattern KEY = Pattern.compile("(?:status|token|code)\\.([A-Z][A-Z0-9_]{0,39})(?:\\.[a-z]+)?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]{1,40})\\}");
    private static final Pattern CLASS = Pattern.compile("(org/benchconnect/[A-Za-z0-9/]{1,150})\\.class");
    private static final Pattern JDK_CLASS = Pattern.compile("java(\\.[a-z]{1,20}){1,4}\\.[A-Z][A-Za-z]{1,60}");
    private static final int MOST_JARS = 500;

    private final Map<String, Word> words = new HashMap<>();

    private Vocabulary() {}

    /** That of an installation; jars that cannot be read add nothing. */
    static Vocabulary of(Path installation) {
        Vocabulary vocabulary = new Vocabulary();
        for (String folder : new String[] {"release", "lib", "lib/cli"}) {
            vocabulary.readFolder(installation.resolve(folder));
        }
        return vocabulary;
    }

    private void readFolder(Path folder) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            int left = MOST_JARS;
            for (Path jar : jars) {
                if (left-- > 0) {
                    readJar(jar);
                }
            }
        } catch (IOException e) {
            // Fewer words: the bundle says less.
            return;
        }
    }

    private void readJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                Matcher name = CLASS.matcher(entries.nextElement().getName());
                if (name.matches()) {
                    add(name.group(1).replace('/', '.'));
                }
            }
            ZipEntry texts = zip.getEntry(TEXTS);
            if (texts != null) {
                try (InputStream in = zip.getInputStream(texts)) {
                    readTexts(in);
                }
            }
        }
    }

    private void readTexts(InputStream in) throws IOException {
        Properties texts = new Properties();
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String key : texts.stringPropertyNames()) {
            Matcher word = KEY.matcher(key);
            if (word.matches()) {
                add(word.group(1));
            }
            Matcher placeholder = PLACEHOLDER.matcher(texts.getProperty(key));
            while (placeholder.find()) {
                add(placeholder.group(1));
            }
        }
    }

    private void add(String text) {
        words.put(text, new Word(text));
    }

    /** The word that this text is; empty if nobody shipped it. */
    Optional<Word> word(String text) {
        return Optional.ofNullable(words.get(text));
    }

    /** The class that this text names, ours or of the Java runtime. */
    Optional<Word> type(String name) {
        if (words.containsKey(name)) {
            return word(name);
        }
        String file = name.replace('.', '/') + ".class";
        return JDK_CLASS.matcher(name).matches()
                        && ClassLoader.getPlatformClassLoader().getResource(file) != null
                ? Optional.of(new Word(name))
                : Optional.empty();
    }

    /** How many there are. */
    int size() {
        return words.size();
    }
}
