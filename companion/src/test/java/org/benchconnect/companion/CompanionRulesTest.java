package org.benchconnect.companion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the companion can never do, read from its classes; and its three languages. */
class CompanionRulesTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.benchconnect.companion");

    @Test
    void itsOneWindowIsTheBanner() {
        assertTrue(classes.size() > 20);

        noClasses()
                .that()
                .resideOutsideOfPackage("org.benchconnect.companion.banner")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.awt.Window.class)
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.swing..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.awt.Robot.class)
                .check(classes);
    }

    @Test
    void itLogsNothingAndOpensNoSocketButTheAgentsApi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.Socket.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.nio.channels.SocketChannel.class)
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.benchconnect.companion.api")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .check(classes);
    }

    @Test
    void everySentenceIsThereInThreeLanguages() throws Exception {
        for (String language : Texts.LANGUAGES) {
            assertEquals(keys("en"), keys(language));
        }
    }

    @Test
    void aSessionInAnotherLanguageGetsEnglishAndATextIsNoPattern() {
        assertEquals("it", Texts.forSession("it_IT.UTF-8").language());
        assertEquals("en", Texts.forSession("C").language());
        assertEquals("Fault: {1} {0}", Texts.forSession("en").of("alert.fault", "{1} {0}"));
    }

    private static java.util.Set<Object> keys(String language) throws Exception {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Texts.class.getResourceAsStream("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.keySet();
    }
}
