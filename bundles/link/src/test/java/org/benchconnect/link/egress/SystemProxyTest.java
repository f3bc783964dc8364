package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemProxyTest {
    private static final String REGISTRY =
            """

            HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings
                ActiveXCache    REG_SZ    C:\\Windows\\Downloaded Program Files
                ProxyEnable    REG_DWORD    0x1
                ProxyServer    REG_SZ    http=web.hospital.example:8080;https=proxy.hospital.example:3128
                ProxyOverride    REG_SZ    *.intern.example;10.*;<local>
                AutoConfigURL    REG_SZ    http://wpad.example/wpad.dat
            """
                    .replace("\n", "\r\n");

    private static String of(Map<String, String> environment, String host) {
        return new SystemProxy(environment, Optional.empty())
                .proxyFor(host)
                .map(HostPort::toString)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128,proxy.example:3128",
        "http://proxy.example:3128/,proxy.example:3128",
        "proxy.example:3128,proxy.example:3128",
        "HTTP://Proxy.Example:3128,proxy.example:3128",
        "http://[fd00::5]:3128,[fd00:0:0:0:0:0:0:5]:3128",
        "http://proxy.example,proxy.example:80",
        "http://proxy.example/,proxy.example:80",
        "http://proxy_1.example:3128,none",
        "http://user:secret@proxy.example:3128,none",
        "https://proxy.example:3128,none",
        "socks5://proxy.example:1080,none",
        "http://proxy.example:3128/path,none",
        "http://two words:1,none"
    })
    void environmentNamesTheProxy(String written, String expected) {
        assertEquals(expected, of(Map.of("https_proxy", written), "hub.example.org"));
        assertEquals(expected, of(Map.of("HTTPS_PROXY", written), "hub.example.org"));
    }

    @Test
    void smallLettersCountBeforeCapitalOnes() {
        assertEquals(
                "a.example:1", of(Map.of("https_proxy", "a.example:1", "HTTPS_PROXY", "b.example:2"), "x.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "hub.example.org,none",
        "deep.hub.example.org,none",
        "example.org,a.example:1",
        "10.0.0.5,none",
        "10.0.0.6,a.example:1",
        "nothub.example.org,a.example:1",
        "x.intern,none",
        "[fd00::5],a.example:1"
    })
    void hostsThatGoWithoutAreLeftOut(String host, String expected) {
        assertEquals(
                expected,
                of(Map.of("https_proxy", "a.example:1", "no_proxy", "hub.example.org, .intern,10.0.0.5,,"), host));
    }

    @Test
    void everythingGoesWithoutByAStar() {
        assertEquals("none", of(Map.of("https_proxy", "a.example:1", "NO_PROXY", "*"), "hub.example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "hub.example.org,proxy.hospital.example:3128",
        "lis.intern.example,none",
        "10.1.2.3,none",
        "server,none",
        "11.1.2.3,proxy.hospital.example:3128"
    })
    void registryOfWindowsNamesTheProxyOfTheWholePc(String host, String expected) {
        SystemProxy system = new SystemProxy(Map.of(), WindowsProxy.of(REGISTRY));

        assertEquals(expected, system.proxyFor(host).map(HostPort::toString).orElse("none"));
    }

    @Test
    void oneProxyForAllProtocolsCountsForHttpsToo() {
        String one = REGISTRY.replace(
                "http=web.hospital.example:8080;https=proxy.hospital.example:3128", "proxy.hospital.example:3128");

        assertEquals(
                HostPort.of("proxy.hospital.example:3128"), new SystemProxy(Map.of(), WindowsProxy.of(one)).proxy());
    }

    @Test
    @Timeout(60)
    void exemptionWithManyStarsIsComparedAtOnce() {
        String stars = REGISTRY.replace("*.intern.example", "*a*a*a*a*a*a*a*a*b;x*y*z");
        SystemProxy system = new SystemProxy(Map.of(), WindowsProxy.of(stars));
        String name = "a".repeat(60) + "." + "a".repeat(60) + "." + "a".repeat(60);

        assertFalse(system.isBypassed(Host.of(name).orElseThrow()));
        assertTrue(system.isBypassed(Host.of(name + "b").orElseThrow()));
        assertTrue(system.isBypassed(Host.of("x.y.z").orElseThrow()));
        assertFalse(system.isBypassed(Host.of("x.z.y").orElseThrow()));
    }

    @Test
    @Timeout(60)
    void registryThatDoesNotAnswerIsNotTakenForNoProxy() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/cat")), "a program that waits for input");
        Process silent = new ProcessBuilder("/bin/cat").start();

        SystemProxy system = new SystemProxy(Map.of(), WindowsProxy.answer(silent));

        assertTrue(system.isUnreadableFor("hub.example.org"));
    }

    @Test
    void proxyThatIsSwitchedOffIsNone() {
        assertEquals(Optional.empty(), WindowsProxy.of(REGISTRY.replace("0x1", "0x0")));
        assertEquals(Optional.empty(), WindowsProxy.of(""));
    }

    @Test
    void addressOfAScriptIsNotFollowed() {
        String script = REGISTRY.replaceAll("(?m)^ +Proxy(Enable|Server).*$", "");

        assertEquals(Optional.empty(), WindowsProxy.of(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "proxy.example"})
    void settingThatIsNoProxyIsNone(String setting) {
        assertEquals(
                Optional.empty(),
                new SystemProxy(Map.of("https_proxy", "a.example:1"), Optional.empty()).chosen(setting));
    }

    @Test
    void settingAsksForTheSystemsByItsWord() {
        SystemProxy system = new SystemProxy(Map.of("https_proxy", "a.example:1"), Optional.empty());

        assertEquals(HostPort.of("a.example:1"), system.chosen("system"));
        assertEquals(HostPort.of("b.example:2"), system.chosen("b.example:2"));
    }
}
