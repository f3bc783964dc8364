package org.benchconnect.tests.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** R-13 in the compiled classes: whatever of the agent opens a connection, or asks a name server, asks {@code Egress} itself or is named here with who asks for it. */
class WhoeverConnectsAsksTest {
    /** What opens connections or asks a name server, by class and method; * is any. */
    private static final Map<String, Set<String>> CONNECTING = Map.ofEntries(
            Map.entry("java.net.Socket", Set.of("<init>", "connect")),
            Map.entry("javax.net.SocketFactory", Set.of("createSocket")),
            Map.entry("javax.net.ssl.SSLSocketFactory", Set.of("createSocket")),
            Map.entry("java.net.http.HttpClient", Set.of("newBuilder", "newHttpClient")),
            Map.entry("java.net.URL", Set.of("openConnection", "openStream", "getContent")),
            Map.entry("java.nio.channels.SocketChannel", Set.of("open")),
            Map.entry("java.nio.channels.AsynchronousSocketChannel", Set.of("open")),
            Map.entry("java.nio.channels.DatagramChannel", Set.of("open")),
            Map.entry("java.net.DatagramSocket", Set.of("<init>")),
            Map.entry("java.net.MulticastSocket", Set.of("<init>")),
            Map.entry("java.net.InetAddress", Set.of("getByName", "getAllByName", "isReachable", "getLocalHost")),
            Map.entry("java.net.InetSocketAddress", Set.of("<init>")));

    /** Those for whom somebody else asks, each with who, or why there is nothing to ask. */
    private static final Map<String, String> ASKED_FOR = Map.ofEntries(
            Map.entry("org.benchconnect.link.transport.JdkWebSockets", "org.benchconnect.link.PahoBroker by its Way"),
            Map.entry("org.benchconnect.core.link.NameLookup", "Egress and ProxyRule, behind the rule"),
            Map.entry("org.benchconnect.link.egress.ProxyRule", "PermittedHosts, which asks itself first"),
            Map.entry("org.benchconnect.link.egress.ProxyQuestion", "org.benchconnect.link.PahoBroker by its Way"),
            Map.entry(
                    "org.benchconnect.link.egress.Host",
                    "reads literal addresses alone: no name server is asked for text with a colon"),
            Map.entry(
                    "org.benchconnect.crypto.signature.TimeStampExchange", "the vendor's own program, never the agent"),
            Map.entry("org.benchconnect.console.http.LocalServer", "listens on loopback"),
            Map.entry("org.benchconnect.console.TextCatalogue", "addresses of files in modules"),
            Map.entry("org.benchconnect.settings.InstalledSchemas", "addresses of files in modules"),
            Map.entry("org.benchconnect.launcher.PlatformVersion", "addresses of files in modules"),
            Map.entry("org.benchconnect.engine.rfb.desktop.StartedDesktop", "a Unix socket of this PC"));

    /** Programs that are not the agent, and tests' means. */
    private static final Set<String> OTHER_PROGRAMS = Set.of(
            "org.benchconnect.cli.",
            "org.benchconnect.demo.",
            "org.benchconnect.bench.",
            "org.benchconnect.simulator.",
            "org.benchconnect.companion.",
            "org.benchconnect.desk.",
            "org.benchconnect.tests.");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        ImportOption noTestSupport = (Location location) -> !location.contains("/testing/");
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(noTestSupport)
                .importPackages("org.benchconnect");
    }

    private static boolean isOfTheAgent(JavaClass each) {
        return OTHER_PROGRAMS.stream().noneMatch(each.getName()::startsWith);
    }

    private static boolean connects(JavaAccess<?> access) {
        return CONNECTING
                .getOrDefault(access.getTargetOwner().getName(), Set.of())
                .contains(access.getName());
    }

    /** An address of this PC itself, made from an InetAddress, is no connection and no question to a name server. */
    private static boolean isLoopback(JavaClass each) {
        return each.getAccessesFromSelf().stream()
                .anyMatch(access -> access.getTargetOwner().getName().equals("java.net.InetAddress")
                        && access.getName().equals("getLoopbackAddress"));
    }

    private static Set<String> connecting() {
        return classes.stream()
                .filter(WhoeverConnectsAsksTest::isOfTheAgent)
                .filter(each -> each.getAccessesFromSelf().stream().anyMatch(WhoeverConnectsAsksTest::connects))
                .filter(each -> !isLoopback(each))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean asks(JavaClass each) {
        return each.getAccessesFromSelf().stream()
                .anyMatch(
                        access -> access.getName()
                                        .matches("require(Service|Laboratory(Address)?|Proxy(Address)?|Passage)")
                                && access.getTargetOwner()
                                        .getName()
                                        .matches(
                                                "org\\.benchconnect\\.(core\\.link\\.Egress|link\\.egress\\.(PermittedHosts|ConfiguredEgress))"));
    }

    @Test
    void nothingConnectsWithoutAsking() {
        Set<String> silent = connecting().stream()
                .filter(name -> !asks(classes.get(name)) && !ASKED_FOR.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), silent);
    }

    @Test
    void theTestLooksAtThoseThatConnect() {
        Set<String> connecting = connecting();

        assertTrue(classes.size() > 500, "only " + classes.size() + " classes");
        assertTrue(connecting.contains("org.benchconnect.upgrade.repository.HttpsSource"), connecting::toString);
        assertTrue(connecting.containsAll(ASKED_FOR.keySet()), connecting::toString);
    }

    @Test
    void webSocketsAreMadeByTheBrokerAloneWhichAsks() {
        assertEquals(
                Set.of("org.benchconnect.link.PahoBroker"),
                whoCalls("org.benchconnect.link.transport.JdkWebSockets", "<init>"));
        assertTrue(classes.get("org.benchconnect.link.PahoBroker").getAccessesFromSelf().stream()
                .anyMatch(access -> access.getName().equals("require")
                        && access.getTargetOwner().getName().equals("org.benchconnect.link.Way")));
        assertTrue(asks(classes.get("org.benchconnect.link.Way")));
    }

    @Test
    void proxiesAreAskedByTheLinkAlone() {
        assertEquals(
                Set.of("org.benchconnect.link.ProxyDemand"),
                whoCalls("org.benchconnect.link.egress.ProxyQuestion", "ask"));
        assertEquals(Set.of("org.benchconnect.link.Way"), whoCalls("org.benchconnect.link.ProxyDemand", "<init>"));
    }

    @Test
    void namesAreLookedUpBehindTheRuleAlone() {
        assertEquals(
                Set.of("org.benchconnect.core.link.Egress", "org.benchconnect.link.egress.ProxyRule"),
                whoCalls("org.benchconnect.core.link.NameLookup", "of"));
        assertEquals(
                Set.of("org.benchconnect.link.egress.PermittedHosts"),
                whoCalls("org.benchconnect.link.egress.ProxyRule", "resolved"));
    }

    @Test
    void timeStampsAreAskedForByTheVendorsProgramAlone() {
        Set<String> users = classes.stream()
                .filter(each -> each.getDirectDependenciesFromSelf().stream().anyMatch(to -> to.getTargetClass()
                        .getName()
                        .equals("org.benchconnect.crypto.signature.TimeStampAuthority")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(
                users.stream()
                        .allMatch(name -> name.equals("org.benchconnect.crypto.signature")
                                || name.startsWith("org.benchconnect.cli.")
                                || name.startsWith("org.benchconnect.demo")
                                || name.startsWith("org.benchconnect.bench")),
                users::toString);
    }

    private static Set<String> whoCalls(String owner, String method) {
        return classes.stream()
                .filter(WhoeverConnectsAsksTest::isOfTheAgent)
                .filter(each -> !each.getName().equals(owner))
                .filter(each -> each.getAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTargetOwner().getName().equals(owner)
                                && access.getName().equals(method)))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
